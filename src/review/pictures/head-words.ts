import { foldText } from '../identity/fold-text';

/**
 * Words for parts of the head that a volume shows with its face, or with the lower half of it: the terms for Body Part
 * Examined (PS3.16 Annex L) and what people write in the languages of Europe, in Chinese, Japanese and Korean. Folded.
 */
const LONG_WORDS =
  // English, and the terms of the standard
  'head brain skull cranium cranial cerebr facial orbit paranasal sinuses maxill mandib temporal petrous pituitary ' +
  'nasopharynx headneck brainstem mastoid sella zygom ' +
  // German, Dutch, and the languages of the north
  'schadel schaedel gehirn gesicht nasennebenhohle nasennebenhoehle kiefer hersen schedel hoofd huvud hjarna hjerne ' +
  'ansikt hjarne ' +
  // French, Spanish, Italian, Portuguese
  'cerveau encephale encefalo crane craneo cranio cerebro cervello cervelet visage cabeza cabeca rostro viso faccia ' +
  'testa cuello pescoco ' +
  // Polish, Czech, Russian, Turkish
  'glowa glowy mozg szyja hlava mozek lebka голов мозг череп beyin kafa';

/** So short that they stand in other words too. */
const SHORT_WORDS =
  'face neck sinus eye eyes nnh hno kopf hals hirn cou tete cara cuello collo jaw ear ears iac iacs hoved hode нос шея';

/** Written without spaces between words. */
const CHARACTERS =
  '头颅 頭部 头部 頭蓋 颅脑 顱腦 脑 脳 腦 颈 頸 鼻窦 副鼻腔 眼眶 眼窩 머리 뇌 두부 두개 경부';

/** Of bones that have a head or a neck, and of lymph nodes: `femoral neck`. */
const OTHER_HEADS =
  /femur|femor|humer|radial|fibul|metatars|metacarp|\b(hip|hips|hufte|shoulder|elbow|pancrea\w*|hanche|cadera)\b/;

/** Tools and words for volumes whose face was taken off, or of which the brain alone was kept. */
const DEFACING =
  /de[\s_-]*fac(e|ed|ing)\b|(face|facial)[\s\w_-]*(remov|blur|mask|anonym)|re[\s_-]*faced|skull[\s_-]*strip|brain[\s_-]*(extract|mask)|quickshear/;

const LONG = LONG_WORDS.split(' ');
const SHORT = new Set(SHORT_WORDS.split(' '));
const IDEOGRAPHS = CHARACTERS.split(' ');

/** `Kopf nativ`, `CTHEAD`, `MRT Schädel`. */
export function isOfHead(text: string): boolean {
  const folded = foldText(text).text;
  if (OTHER_HEADS.test(folded)) return false;
  if (LONG.some((word) => folded.includes(word)) || IDEOGRAPHS.some((word) => text.includes(word)))
    return true;
  return folded.split(/[^\p{L}]+/u).some((word) => SHORT.has(word));
}

/** `T1 defaced`, `mri_deface`, `skull-stripped`. */
export function isDefaced(text: string): boolean {
  return DEFACING.test(foldText(text).text);
}
