/** What stands in the fields of the form, as text, by the name of the field; what is not there is empty. */
export type ReportValues = Readonly<Record<string, string>>;
