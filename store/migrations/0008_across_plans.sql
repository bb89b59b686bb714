-- Up Migration
-- One person may answer in several plans: addresses are looked up in all of them, and within one.
drop index contact_email, contact_mobile, leave_email, leave_mobile;
create index contact_email on contact (lower(email), plan);
create index contact_mobile on contact (mobile, plan);
create index leave_email on leave (lower(substitute_email), plan);
create index leave_mobile on leave (substitute_mobile, plan);

-- Down Migration
drop index contact_email, contact_mobile, leave_email, leave_mobile;
create index contact_email on contact (plan, lower(email));
create index contact_mobile on contact (plan, mobile);
create index leave_email on leave (plan, lower(substitute_email));
create index leave_mobile on leave (plan, substitute_mobile);
