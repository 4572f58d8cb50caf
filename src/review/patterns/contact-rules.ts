import type { PatternRules } from './text-pattern';

const PHONE = 'a phone number';

/** E.164 has at most 15 digits; shorter than 8, with the country's code, there are none. */
const MIN_INTERNATIONAL_DIGITS = 8;
const MOST_DIGITS = 15;
const MIN_DIGITS = 6;

/** Mailboxes of nobody in particular. */
const ROLES =
  /^(?:admin|contact|feedback|hello|help|helpdesk|info|mail|marketing|no-?reply|office|postmaster|sales|security|service|support|webmaster)@/i;

const hasDigits = (least: number) => (match: string) => {
  const digits = match.match(/\d/g)?.length ?? 0;
  return digits >= least && digits <= MOST_DIGITS;
};

export const E_MAIL_RULES: PatternRules = {
  hint: /@/,
  rules: [
    {
      words: 'an e-mail address',
      pattern:
        /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu,
      isIdentifying: (address) => !ROLES.test(address),
    },
  ],
};

export const WEB_RULES: PatternRules = {
  hint: /:\/\/|www\./i,
  rules: [
    {
      words: 'a web address',
      pattern: /(?<!\p{L})(?:(?:https?|ftps?|sftp|wado):\/\/|www\.)[^\s"'<>\\]+/giu,
      isIdentifying: leadsToSomebody,
    },
  ],
};

/** With the country's code; as in North America; with the zero of many other countries; introduced by a word. */
export const PHONE_RULES: PatternRules = {
  hint: /\d(?:[ ()./-]{0,2}\d){5}/,
  rules: [
    {
      words: PHONE,
      pattern: /(?<![\d+.])\+\d{1,3}(?:[ ./-]?\(?\d{1,5}\)?){1,6}(?!\d)/g,
      // One point is that of a decimal.
      fits: (match) => hasDigits(MIN_INTERNATIONAL_DIGITS)(match) && match.split('.').length !== 2,
    },
    {
      words: PHONE,
      pattern: /(?<![\d.,-])(?:\([2-9]\d{2}\) ?\d{3}[-. ]|[2-9]\d{2}([-.])\d{3}\1)\d{4}(?![\d-]|\.\d)/g,
    },
    {
      words: PHONE,
      pattern: /(?<![\d.,/-])\(?0[1-9]\d{1,3}\)?[/-] ?\d{3}[\d ]{2,6}(?![\d/-]|\.\d)/g,
    },
    {
      words: PHONE,
      pattern:
        /(?<!\p{L})(?:tel|telephone|telefon|teléfono|telefono|téléphone|tél|phone|ph|mobile|mobil|cell|handy|fax|gsm|portable)(?: ?(?:no|nr|number))?[.:]{0,2} ?(?:\+|\()?\d(?:[ ()./-]{0,2}\d){4,14}(?!\d)/giu,
      fits: hasDigits(MIN_DIGITS),
    },
  ],
};

/** With a question or a long number, with a user, or at a host that only one house knows; else it is a page for all. */
function leadsToSomebody(address: string): boolean {
  const [, host = '', rest = ''] = /^(?:[a-z]+:\/\/)?([^/?#]*)(.*)$/i.exec(address) ?? [];
  const isLocal =
    !host.includes('.') ||
    /^(?:\d+\.){3}\d+/.test(host) ||
    /\.(?:local|lan|intranet|internal|corp)(?::\d+)?$/i.test(host);
  return host.includes('@') || isLocal || /\?.*=/.test(rest) || /\d{5}/.test(rest);
}
