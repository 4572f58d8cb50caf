/**
 * Under these the next component is the number of whoever makes the UIDs: national registers of ISO, IANA's private
 * enterprises, and Medical Connections, who give away roots (PS3.5 9, annex C). Else it is the fourth: `1.2.840.113619`.
 */
const ROOT = new RegExp(
  '^(?:2\\.25|(?:1\\.2\\.826\\.0\\.1\\.3680043\\.(?:2|8|9|10)|1\\.2\\.826\\.0\\.1|1\\.3\\.6\\.1\\.4\\.1|1\\.2\\.276\\.0|1\\.2\\.250\\.1|' +
    '1\\.3\\.12\\.2|2\\.16\\.840\\.1|2\\.16\\.578\\.1|\\d+\\.\\d+\\.\\d+)\\.\\d+)',
);

/** The part of a UID that says who made it; of one that is made of a UUID `2.25` (PS3.5 B.2). */
export function rootOfUid(uid: string): string {
  return ROOT.exec(uid)?.[0] ?? uid;
}
