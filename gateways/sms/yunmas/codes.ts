import type { CodeTable } from '../failure.ts';

/**
 * Sources: the `rspcod` table of the 云MAS HTTP interface description (IllegalMac, IllegalSignId, InvalidMessage,
 * InvalidUsrOrPwd, NoSignId, TooManyMobiles), and the faults of the vendor's own Java package (com.ejtone.mars.kernel.core.fault).
 */
export const YUNMAS_CODES: CodeTable = {
  permanent: ['InvalidMobile'],
  passing: ['SystemBusy', 'QueueOverLimit', 'FlowOverLimit', 'RequestTooOften', 'OverDailyMax'],
  misconfigured: [
    'IllegalMac',
    'IllegalSignId',
    'NoSignId',
    'NotLoadedSign',
    'InvalidUsrOrPwd',
    'IllegalIpAddress',
    'IllegalUseTemplate',
    'InvalidMessage',
    'IllegalMsgfmt',
    'IllegalProtocol',
    'TooManyMobiles',
  ],
  unknown: ['InternalError', 'IllegalState', 'RequestTimeout', 'TransportError'],
};
