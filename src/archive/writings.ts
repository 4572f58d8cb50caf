import type { Alphabet, Writing } from './text-cost';

/**
 * What names of patients and folders are made of beyond ASCII, region by region: letters in about the order of
 * their frequency. East Asian characters are those of surnames, given names and radiology, then the first level
 * of the national standard, which is what is in daily use.
 */

/** In any language: quotation marks, dashes and the like. */
const PUNCTUATION: Alphabet = { letters: '–°’№„“”«»·…²³§€‘—¿¡ºª´®©', shareBits: 8, flatness: 3 };

const EAST_ASIAN_PUNCTUATION: Alphabet = {
  letters: '\u3000（）・、。「」【】〜～：，－＿＆＋！％《》ＣＴＭＲＩ０１２３４５６７８９',
  shareBits: 5,
  flatness: 10,
};

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
/** For letters that are all about as frequent. */
const FLAT = 10_000;

/** Of a language with Latin letters: its own accents are so many of every hundred letters, its region's are rare. */
const accented = (percent: number, own: string, ofRegion: string): Writing => [
  { letters: own, shareBits: -Math.log2(percent / 100), flatness: 1.5 },
  { letters: ofRegion, shareBits: 7.5, flatness: 5 },
  { letters: LATIN, shareBits: -Math.log2(1 - percent / 100), flatness: FLAT },
  PUNCTUATION,
];

/** Of a language with letters of its own. */
const alphabet = (letters: string): Writing => [
  { letters, shareBits: 0.5, flatness: 3 },
  { letters: LATIN, shareBits: 2.5, flatness: FLAT },
  PUNCTUATION,
];

/** The frequent ones of a script of thousands, then all that the rows of a standard have. */
const characters = (frequent: string, level1: string, moreLetters: readonly Alphabet[] = []): Writing => [
  { letters: frequent, shareBits: 1, flatness: 30 },
  ...moreLetters,
  { letters: level1, shareBits: 2, flatness: FLAT },
  EAST_ASIAN_PUNCTUATION,
];

/** All double-byte characters with these first bytes. */
function rowsOf(encoding: string, firstLead: number, lastLead: number): string {
  const bytes: number[] = [];
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const isTrail = encoding === 'big5' ? trail <= 0x7e || trail >= 0xa1 : trail >= 0xa1;
      if (isTrail) bytes.push(lead, trail);
    }
  }
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes)).replaceAll(/\P{L}/gu, '');
}

const JAPANESE =
  '田山子藤佐木中井本村美小高野川原林橋上松大島鈴伊渡辺部加吉斎清水森池阿石前岡長谷後近坂遠青西福太三浦和竹金' +
  '丸平河今市久保内宮崎安酒工横新武杉千葉岩桜菅馬堀菊永荒関渕秋黒土服児玉望月星東北南沢澤浜濱斉邊邉齋廣國眞櫻' +
  '恵由紀江幸郎一夫男雄正明博弘浩義隆健二次介真智香奈花里菜愛結陽翔優人也彦春夏冬良文光代枝千佳英樹裕' +
  '患者画像検査頭部胸腹骨盤頸椎腰脊単純造影写真撮日年月病院科放射線結果報告書資料様名歴心臓肺肝脳血管側' +
  '面左右手足膝股肩節表示能号回目的第分類整形外来入出診断療医学生体全身動静脈四五六七八九十百下';
const HIRAGANA_KATAKANA =
  'ンスルトーラリアイクレシタカロコマナのたいしなるとテデジドサプオムフメキグッバブパエセニミノハ' +
  'かきこさすてもらりおまくあうけみちせつゆよえめねやわろひふほむはにをんだがでごびばじどぐぎげずぜぞべぼ' +
  'チツネヌヒヘホモヤユヨワヲガギゴザズゼゾダビベボピペポャュョァィェォゲウソケゃゅょっヴヶ';
const HALF_WIDTH_KATAKANA = 'ﾝｽﾞﾟﾄｰﾙﾗﾘｱｲｸｼﾀｶｺﾏﾅﾃﾐｻｵﾑﾌﾒｷｯﾊｴｾﾆﾉﾁﾂﾈﾇﾋﾍﾎﾓﾔﾕﾖﾜｦｬｭｮｳｿｹﾛﾚｧｨｩｪｫ';

const SIMPLIFIED_CHINESE =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘' +
  '杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文' +
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂华建国红玉春梅志海云兰燕鹏辉玲珍凤宇鑫浩博子轩梓涵欣怡思晨' +
  '俊佳一雪婷慧琳斌波飞宁小晓天东生成民德荣光永新庆祥立学' +
  '患者病人影像检查头部胸腹骨盆颈腰椎扫增强报告医院放射科结果资料图片左右上下正侧位肺肝心脏脑血管日期年月号名' +
  '男女建件夹第的二三四五六七八九十大中数据磁共振超声';
const TRADITIONAL_CHINESE =
  '陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范' +
  '方宋鄧杜傅侯曹薛丁卓阮馬董溫唐藍石蔣田康鄒白涂尤巫韓龔嚴袁紀' +
  '淑芬美玲雅婷怡君志明俊傑建宏家豪惠麗華秀英文雄金玉月春桃阿德國榮承恩宇翔品子宥廷心語偉強芳靜娟慧珍珠鳳雲' +
  '蘭小大永信仁義正成佳欣瑜' +
  '患者病人影像檢查頭部胸腹骨盆頸腰椎平掃增強報告醫院放射科結果資料圖片左右上下側位肺肝臟腦血管日期年號名男女' +
  '新夾第的一二三四五六七八九十中電腦斷層磁振造';
const KOREAN =
  '이김박영정수최미지현은강조민경희윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구진엄채원천방공' +
  '함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모숙자순호준훈재상철동혁용일환태애사회아예다빈솔혜승' +
  '병실검흉복부골두경요척촬과결보새폴더년월름의폐간뇌혈관좌대학단층초음파가나로리스트시드무터바세어에지를을는들' +
  '그내외료체출입목료비환등급후';

const WESTERN = 'éüäöáíóèñçãàåøêæúôâßîëïûœùõìòšžýðþ';
const CENTRAL = 'áéíóöüščžřłőýěůúęąśćńżűźďťňäßôľđăâîțșţşĺŕë';
const BALTIC = 'āšėžčųįīēūņļķąģęõäöüóśźżńłćōŗ';

/** The writings of each region, any of which its encodings may be used for. */
export const WRITINGS = {
  western: () => [
    // German
    accented(5, 'üöäéß', WESTERN),
    // French
    accented(5, 'éèêçàëâôîïûœù', WESTERN),
    // Spanish
    accented(4, 'íáéóñúü', WESTERN),
    // Portuguese
    accented(6, 'ãçáéíóõêâúôà', WESTERN),
    // Italian
    accented(1, 'òàìùèé', WESTERN),
    // Swedish, Danish, Norwegian, Finnish
    accented(4, 'öäøåæéü', WESTERN),
  ],
  central: () => [
    // Polish
    accented(7, 'łóąęńśćżź', CENTRAL),
    // Czech, Slovak
    accented(9, 'áíéčřžšýůěňúťďóľôä', CENTRAL),
    // Hungarian
    accented(9, 'éáóöőíüúű', CENTRAL),
    // Croatian, Slovene
    accented(4, 'ćčšžđ', CENTRAL),
    // Romanian
    accented(6, 'ăâîţşțș', CENTRAL),
  ],
  baltic: () => [
    // Latvian
    accented(10, 'āšīēžņļčūķģ', BALTIC),
    // Lithuanian
    accented(8, 'ėšžųčįūąę', BALTIC),
    // Estonian
    accented(5, 'äõüöšž', BALTIC),
  ],
  turkish: () => [accented(10, 'ıişğüöçİ', 'âîû')],
  cyrillic: () => [
    // Russian, Bulgarian
    alphabet('аоеинрвлтскмдпяуьгыбйзчхжшюцщэфъё'),
    // Ukrainian
    alphabet('оаниірвтексдмлпуязьгйбчхцжшїюєщфґ'),
    // Serbian, Macedonian
    alphabet('аиоенрсјтквудмлпбзгчшцжћљњђхџф'),
  ],
  greek: () => [alphabet('αοιςνετσηρκπυμάλίόγέδωθχφήβύξώζψϊϋΐΰ')],
  hebrew: () => [alphabet('יוהלאמרבתנשדחקעפסגצכטזםןךףץ')],
  arabic: () => [
    alphabet('امليدحنربسعوهةفقتكجخشصزطىأضغثذءظإئؤآ\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652'),
  ],
  thai: () => [
    alphabet(
      'านรกองมยลวดสทตปคพหใไขบแเชจถโธณศผษฐญฎฏฉฟซฝฆฌฑฒฮฤๆฯ' +
        '\u0e31\u0e35\u0e34\u0e48\u0e49\u0e4c\u0e30\u0e33\u0e39\u0e38\u0e37\u0e47\u0e36\u0e4a\u0e4b',
    ),
  ],
  japanese: () => [
    characters(JAPANESE, rowsOf('euc-jp', 0xb0, 0xcf), [
      { letters: HIRAGANA_KATAKANA, shareBits: 1, flatness: 20 },
      { letters: HALF_WIDTH_KATAKANA, shareBits: 2, flatness: 10 },
    ]),
  ],
  simplifiedChinese: () => [characters(SIMPLIFIED_CHINESE, rowsOf('gbk', 0xb0, 0xd7))],
  traditionalChinese: () => [characters(TRADITIONAL_CHINESE, rowsOf('big5', 0xa4, 0xc6))],
  korean: () => [characters(KOREAN, rowsOf('euc-kr', 0xb0, 0xc8))],
} satisfies Record<string, () => readonly Writing[]>;
