import { describe, expect, it } from 'vitest';
import { decodeName, detectNameEncoding, NAME_ENCODINGS, type NameEncoding } from './name-encoding';

/** One byte for each character. */
const bytesOf = (codes: string): Uint8Array => Uint8Array.from(codes, (code) => code.charCodeAt(0));
const split = (names: string): readonly string[] => names.split('|');

/** Names, with a bar between, in code pages that `TextDecoder` does not have: their bytes, what is meant. */
const IN_CODE_PAGES: readonly (readonly [NameEncoding, string, string])[] = [
  ['cp437', 'M\x81ller_Hans/Sch\x84del/IM0001.dcm', 'Müller_Hans/Schädel/IM0001.dcm'],
  [
    'cp437',
    'M\x9aLLER^J\x99RG/MRT_H\x9aFTE|GR\x99\xe1ER^B\x8eRBEL/THORAX',
    'MÜLLER^JÖRG/MRT_HÜFTE|GRÖßER^BÄRBEL/THORAX',
  ],
  ['cp437', '\x9abersicht/\x8erztebrief.pdf|K\x94ln', 'Übersicht/Ärztebrief.pdf|Köln'],
  ['cp437', 'Lef\x8avre_H\x82l\x8ane/Cr\x83ne/IM001', 'Lefèvre_Hélène/Crâne/IM001'],
  [
    'cp437',
    'Fran\x87ois B\x82zier/\x90paule gauche|Beno\x8ct C\x93t\x82/Scanner c\x82r\x82bral|Ir\x8ane G\x82rard/Genou',
    'François Bézier/Épaule gauche|Benoît Côté/Scanner cérébral|Irène Gérard/Genou',
  ],
  ['cp437', 'Jos\x82 Garc\xa1a/T\xa2rax/IM1', 'José García/Tórax/IM1'],
  ['cp437', 'Pe\xa4a Ord\xa2\xa4ez/Estudio/Serie 2', 'Peña Ordóñez/Estudio/Serie 2'],
  [
    'cp437',
    'Niccol\x95 Forl\x8d/Qualit\x85|Citt\x85 di Castello/Perch\x82',
    'Niccolò Forlì/Qualità|Città di Castello/Perché',
  ],
  [
    'cp850',
    'Jo\xc6o Gon\x87alves/T\xa2rax|Concei\x87\xc6o/Cora\x87\xc6o|Ant\x93nio Ara\xa3jo/Cr\x83nio',
    'João Gonçalves/Tórax|Conceição/Coração|Antônio Araújo/Crânio',
  ],
  [
    'cp850',
    'S\x9brensen, Bj\x9brn/H\x86ndled|\x8fse \x9dsterg\x86rd/Ryg',
    'Sørensen, Bjørn/Håndled|Åse Østergård/Ryg',
  ],
  ['cp850', 'J\x9brgensen/Skulder/IM1', 'Jørgensen/Skulder/IM1'],
  [
    'cp850',
    'Mu\xa4oz Pe\xa4a, Bego\xa4a/Columna|N\xa3\xa4ez, Mar\xa1a \xb5ngeles/Cr\xa0neo',
    'Muñoz Peña, Begoña/Columna|Núñez, María Ángeles/Cráneo',
  ],
  ['windows-1252', 'M\xfcller_Hans/Sch\xe4del/IM0001.dcm', 'Müller_Hans/Schädel/IM0001.dcm'],
  ['windows-1252', 'Gr\xf6\xdfe.txt', 'Größe.txt'],
  [
    'windows-1252',
    'GR\xd6\xdfER^B\xc4RBEL/THORAX|M\xdcLLER^J\xd6RG/MRT_H\xdcFTE',
    'GRÖßER^BÄRBEL/THORAX|MÜLLER^JÖRG/MRT_HÜFTE',
  ],
  ['windows-1252', 'H\xe9l\xe8ne', 'Hélène'],
  ['windows-1252', 'Imagerie m\xe9dicale/Clich\xe9s/P\xe2t\xe9', 'Imagerie médicale/Clichés/Pâté'],
  ['windows-1252', 'Jos\xe9 Garc\xeda/T\xf3rax/IM1', 'José García/Tórax/IM1'],
  [
    'windows-1252',
    'Jo\xe3o Gon\xe7alves/T\xf3rax|Concei\xe7\xe3o/Cora\xe7\xe3o',
    'João Gonçalves/Tórax|Conceição/Coração',
  ],
  [
    'windows-1252',
    'S\xf8rensen, Bj\xf8rn/H\xe5ndled|\xc5se \xd8sterg\xe5rd/Ryg',
    'Sørensen, Bjørn/Håndled|Åse Østergård/Ryg',
  ],
  [
    'windows-1252',
    'H\xe4m\xe4l\xe4inen, V\xe4in\xf6/Polvi|M\xe4kinen, Yrj\xf6',
    'Hämäläinen, Väinö/Polvi|Mäkinen, Yrjö',
  ],
  [
    'windows-1252',
    'M\xfcller/Kopf|Lef\xe8vre/T\xeate|Mu\xf1oz/Cr\xe1neo|S\xf8rensen/Hoved',
    'Müller/Kopf|Lefèvre/Tête|Muñoz/Cráneo|Sørensen/Hoved',
  ],
  ['cp852', 'Wi\x98niewska_Ma\x88gorzata/G\x88owa/IM1', 'Wiśniewska_Małgorzata/Głowa/IM1'],
  [
    'cp852',
    'W\xa2jcik, \x9dukasz/Kr\xa9gos\x88up szyjny|Kami\xe4ski, Pawe\x88/Klatka',
    'Wójcik, Łukasz/Kręgosłup szyjny|Kamiński, Paweł/Klatka',
  ],
  [
    'cp852',
    'Novotn\xec, Tom\xa0\xe7/P\xa0te\xfd|Proch\xa0zkov\xa0, Kate\xfdina/B\xfdicho',
    'Novotný, Tomáš/Páteř|Procházková, Kateřina/Břicho',
  ],
  [
    'cp852',
    'Kov\xa0cs Erzs\x82bet/Mellkas|Sz\xfbcs Gerg\x8b/Koponya|T\xa2th Zolt\xa0n/T\x82rd',
    'Kovács Erzsébet/Mellkas|Szűcs Gergő/Koponya|Tóth Zoltán/Térd',
  ],
  [
    'cp852',
    '\xe6ari\x86, \xa6eljko/Mozak|Kova\x9fevi\x86, \xd1ur\xd0a/Koljeno',
    'Šarić, Željko/Mozak|Kovačević, Đurđa/Koljeno',
  ],
  [
    'cp775',
    'B\x89rzi\xec\xd5 J\x83nis/Galvas|Kalni\xeca L\x8cga/Ce\xebgals',
    'Bērziņš Jānis/Galvas|Kalniņa Līga/Ceļgals',
  ],
  [
    'cp775',
    'Kazlauskien\xd3 \xcfivil\xd3/Galva|Petrauskas \xbear\xd7nas/Kr\xd7tin\xd3',
    'Kazlauskienė Živilė/Galva|Petrauskas Šarūnas/Krūtinė',
  ],
  ['cp857', 'Y\x8dld\x8dz_Ay\x9fe/G\x94\xa7\x81s/IM1', 'Yıldız_Ayşe/Göğüs/IM1'],
  [
    'cp857',
    '\x99zt\x81rk, \x9e\x81kr\x81/Kafa|\x80a\xa7lar, \x98brahim/Diz',
    'Öztürk, Şükrü/Kafa|Çağlar, İbrahim/Diz',
  ],
  [
    'cp737',
    '\x8f\x98\xa7\x98\x9b\xe6\xa7\xa6\xac\xa2\xa6\xaa \x82\xa0\xe9\xa8\x9a\xa6\xaa/\x87\xe9\xa8\x98\xa1\x98\xaa|\x80\xa4\xab\xe0\xa4\xe5\xa6\xac \x8b\x98\xa8\xe5\x98/\x89\xa8\x98\xa4\xe5\xa6',
    'Παπαδόπουλος Γιώργος/Θώρακας|Αντωνίου Μαρία/Κρανίο',
  ],
  ['cp737', '\x8c\x88\x89\x8e\x8a\x80\x8e\x93 \x84\x8a\x84\x8c\x86', 'ΝΙΚΟΛΑΟΥ ΕΛΕΝΗ'],
  [
    'cp862',
    '\x8b\x84\x8f \x89\x85\x91\x93/\x98\x80\x99|\x8c\x85\x89 \x99\x98\x84/\x87\x86\x84',
    'כהן יוסף/ראש|לוי שרה/חזה',
  ],
  [
    'cp862',
    '\x81\x83\x89\x97\x9a \x91\x89\x88\x89/\x89\x99\x98\x80\x8c\x89 \x8e\x99\x84',
    'בדיקת סיטי/ישראלי משה',
  ],
  [
    'cp720',
    '\xea\xa5\xea\xa7 \x9a\xa5\xea\xa7/\x9f\xe9\xad\xa7\xa9|\xe5\x9f\xe1\xea\xa1 \xe3\xe9\xef/\x9f\xe9\xa9\x9a\xab',
    'محمد أحمد/الصدر|فاطمة علي/الرأس',
  ],
  ['cp720', '\xad\xed\xa9\xa1 \x9f\xe9\x9a\xac\xe3\xa1/\xea\xa9\xef\xe0', 'صورة الأشعة/مريض'],
];

/** Names, with a bar between, in encodings of the Encoding Standard. */
const IN_ENCODINGS: readonly (readonly [NameEncoding, string])[] = [
  ['windows-1250', 'Wójcik, Łukasz/Kręgosłup szyjny|Kamiński, Paweł/Klatka piersiowa'],
  ['windows-1250', 'Dvořák_Jiří/Hlava/1.dcm'],
  ['windows-1250', 'Kovács Erzsébet/Mellkas|Szűcs Gergő/Koponya'],
  ['windows-1250', 'Šarić, Željko/Mozak|Kovačević, Đurđa/Koljeno'],
  ['windows-1257', 'Bērziņš Jānis/Galvas|Kalniņa Līga/Ceļgals'],
  ['windows-1254', 'Yıldız_Ayşe/Göğüs/IM1'],
  ['windows-1254', 'Öztürk, Şükrü/Kafa|Çağlar, İbrahim/Diz|Güneş, Gülşen/Beyin'],
  ['ibm866', 'Иванов Иван Иванович/КТ головы/IM0001'],
  ['ibm866', 'ИВАНОВ И.И.|ПЕТРОВА М.С.'],
  ['ibm866', 'Снимки'],
  ['windows-1251', 'Петрова Мария/МРТ коленного сустава|Сидоров Алексей/Рентген'],
  ['windows-1251', 'Иванов Иван Иванович/КТ головы/IM0001'],
  ['windows-1251', 'Шевченко Олексій/Обстеження|Їжакевич Євгенія/Знімок'],
  ['koi8-r', 'Петрова Мария/МРТ коленного сустава|Сидоров Алексей/Рентген'],
  ['koi8-r', 'Новая папка/Щербаков'],
  ['windows-1253', 'Παπαδόπουλος Γιώργος/Θώρακας|Αντωνίου Μαρία/Κρανίο'],
  ['windows-1253', 'Ασθενής/Αξονική τομογραφία'],
  ['windows-1255', 'כהן יוסף/ראש|לוי שרה/חזה'],
  ['windows-1256', 'محمد أحمد/الصدر|فاطمة علي/الرأس'],
  ['windows-874', 'สมชาย ใจดี/ทรวงอก|ผู้ป่วย/สมอง'],
  ['shift_jis', '山田太郎/頭部CT/IM0001'],
  ['shift_jis', '佐藤 花子/胸部単純X線|鈴木一郎/腰椎MRI|高橋美咲/骨盤'],
  ['shift_jis', 'ヤマダ タロウ/レントゲン'],
  ['shift_jis', '表示/ソ能|十五/ソフト'],
  ['shift_jis', '新しいフォルダー/画像データ'],
  ['shift_jis', 'ｻﾄｳ ﾊﾅｺ/ｷｮｳﾌﾞ'],
  ['euc-jp', '山田太郎/頭部CT/IM0001'],
  ['euc-jp', '佐藤 花子/胸部|鈴木一郎/腰椎MRI'],
  ['euc-jp', 'たなか はなこ'],
  ['gbk', '王伟/头部CT平扫'],
  ['gbk', '张丽华/胸部正位片|李建国/腰椎磁共振|陈秀英/腹部增强'],
  ['gbk', '患者资料/新建文件夹'],
  ['gbk', '欧阳娜娜/影像'],
  ['gbk', '诸葛亮/检查报告|司马懿'],
  ['big5', '陳淑芬/頭部電腦斷層'],
  ['big5', '林志明/胸部X光|黃美玲/腰椎磁振造影|張家豪/腹部'],
  ['big5', '許功蓋/測試'],
  ['big5', '歐陽靖/檢查結果'],
  ['euc-kr', '김철수/두부CT'],
  ['euc-kr', '이영희/흉부|박지훈/요추MRI|최민수/복부'],
  ['euc-kr', '홍길동'],
  ['euc-kr', '서울대학교병원/영상의학과'],
];

/** What each character is in an encoding, by decoding all single bytes and pairs of them. */
function encoderOf(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (Array.from(text).length === 1 && text !== '\ufffd' && !codes.has(text)) codes.set(text, bytes);
  };
  for (let byte = 0; byte <= 0xff; byte++) add([byte]);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) add([lead, trail]);
  }
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((character) => {
        const code = codes.get(character);
        if (!code) throw new Error(`${encoding} has no ${character}`);
        return code;
      }),
    );
}

const encoders = new Map(
  [...new Set(IN_ENCODINGS.map(([encoding]) => encoding))].map((encoding) => [encoding, encoderOf(encoding)]),
);

const encode = (encoding: NameEncoding, text: string): Uint8Array =>
  encoders.get(encoding)?.(text) ?? new Uint8Array();

/** Names as they are shown if nobody says in what they are. */
function readAll(names: readonly Uint8Array[]): readonly string[] {
  const encoding = detectNameEncoding(names);
  return names.map((name) => decodeName(name, encoding));
}

describe('decodeName', () => {
  it.each(IN_CODE_PAGES)('%s: %s', (encoding, codes, names) => {
    expect(split(codes).map((name) => decodeName(bytesOf(name), encoding))).toEqual(split(names));
  });

  it.each(IN_ENCODINGS)('%s: %s', (encoding, names) => {
    expect(decodeName(encode(encoding, names), encoding)).toBe(names);
  });

  it('gives U+FFFD for what an encoding does not have', () => {
    expect(decodeName(bytesOf('A\xd5B'), 'cp857')).toBe('A\ufffdB');
    expect(decodeName(bytesOf('A\x83'), 'shift_jis')).toBe('A\ufffd');
    expect(decodeName(bytesOf('A\xd2'), 'windows-1253')).toBe('A\ufffd');
  });

  it.each(NAME_ENCODINGS)('reads ASCII and any bytes in %s', (encoding) => {
    const ascii = Array.from({ length: 0x5f }, (_, i) => String.fromCharCode(0x20 + i)).join('');
    expect(decodeName(bytesOf(ascii), encoding)).toBe(ascii);
    expect(() =>
      decodeName(
        Uint8Array.from({ length: 256 }, (_, i) => 255 - i),
        encoding,
      ),
    ).not.toThrow();
  });

  it('keeps a second byte that is a backslash in its character', () => {
    expect(decodeName(bytesOf('\x95\\\x8e\xa6/\x83\\\x94\\'), 'shift_jis')).toBe('表示/ソ能');
  });
});

describe('detectNameEncoding', () => {
  it.each(IN_CODE_PAGES)('%s: %s', (_, codes, names) => {
    expect(readAll(split(codes).map(bytesOf))).toEqual(split(names));
  });

  it.each(IN_ENCODINGS)('%s: %s', (encoding, names) => {
    expect(readAll(split(names).map((name) => encode(encoding, name)))).toEqual(split(names));
  });

  it('takes code page 437 where nothing speaks for another', () => {
    expect(detectNameEncoding([])).toBe('cp437');
    expect(detectNameEncoding([bytesOf('IM0001')])).toBe('cp437');
    // In code page 850 the same.
    expect(detectNameEncoding([bytesOf('M\x81ller')])).toBe('cp437');
  });

  it('decides for all names together', () => {
    // "Pluca" with a stroke through its l: alone more like French than like Polish.
    const unclear = bytesOf('P\x88uca');
    const clear = bytesOf('Wi\x98niewska_Ma\x88gorzata');
    expect(readAll([unclear])).not.toEqual(['Płuca']);
    expect(readAll([unclear, clear])).toEqual(['Płuca', 'Wiśniewska_Małgorzata']);
  });

  it('is not misled by a few names that are broken', () => {
    const names = ['山田太郎', '佐藤 花子', '頭部単純', '胸部造影'].map((name) => encode('shift_jis', name));
    expect(detectNameEncoding([...names, bytesOf('\xff\xfe'), bytesOf('\x83')])).toBe('shift_jis');
  });

  it('finds the names that tell most among many that tell nothing', () => {
    const numbered = Array.from({ length: 20_000 }, (_, i) => bytesOf(`\x9aberblick ${i}`));
    const late = Array.from({ length: 20_000 }, (_, i) =>
      encode('ibm866', `Иванов Иван/Снимок грудной клетки ${i}`),
    );
    expect(detectNameEncoding([...numbered, ...late])).toBe('ibm866');
  });

  it('looks at half a million names as quickly as at some', () => {
    const names = Array.from({ length: 500_000 }, (_, i) =>
      bytesOf(`M\x81ller/Sch\x84del/${i.toString(36)}_\x8e.dcm`),
    );
    const started = performance.now();
    expect(detectNameEncoding(names)).toBe('cp437');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
