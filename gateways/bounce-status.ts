/**
 * Whether a failure means that an address is no good (RFC 3463; docs/decisions/0022). What is about this one mail, about
 * us, or about a mailbox that will take mail again, does not count against the address.
 */
export function hardStatus(status: string, reply: string): boolean {
  // Some servers put 5.0.0 beside a reply that tells more.
  const told = status === '5.0.0' || status === '' ? (OF_REPLY[reply] ?? status) : status;
  const [kind, subject = '', detail = ''] = told.split('.');
  if (kind !== '5') return false;
  const noMailbox = reply === '550';
  switch (subject) {
    // 5.1.7 and 5.1.8 are about our own address.
    case '1':
      return !['7', '8'].includes(detail);
    // Full, or this mail is too long for it.
    case '2':
      return !['2', '3'].includes(detail);
    // About systems and protocols; some say it of a mailbox, and then with 550.
    case '3':
    case '5':
      return noMailbox;
    // 5.4.4: the domain does not exist. 5.4.1 with 550 is how one big provider says that there is no such mailbox.
    // The others are said after days of trying, or of loops.
    case '4':
      return detail === '4' || (detail === '1' && noMailbox);
    // What the mail holds, and policy: spam filters, blocked senders, closed lists.
    case '6':
    case '7':
      return false;
    default:
      return true;
  }
}

/** What a reply means where no better status is said (RFC 5321 4.2.3). */
const OF_REPLY: Readonly<Record<string, string>> = {
  '550': '5.1.1',
  '551': '5.1.6',
  '552': '5.2.2',
  '553': '5.1.3',
  // Mostly content and reputation: it says nothing about the mailbox.
  '554': '5.7.1',
};
