import { UIDS } from '../../dicom/tables/uids';
import { NAMES as ATTRIBUTE_NAMES } from '../tables/deid-profile';

/**
 * Words that are names of people too, or stand where names do, in the texts of images and scanners. A name that is one
 * of them says nothing by itself: `AX FIELD MAP` is about no Mr Field. Folded, by what they are otherwise.
 */
const WORDS: Readonly<Record<string, string>> = {
  // What a picture shows, and how it was made.
  imaging: `abdomen acquisition adult angio angle ankle anterior aorta apex arch arm arms arterial artery axial
    basal base body bolus bone bones bowel brain breast bright brow calf cavity center centre cheek chest
    child chin clip coil colon column combined compressed compression contrast converted cord coronal
    cranial cranium cross crown cut dark decompressed delay dental derived diffusion disc disk distal dose
    dynamic ear early echo elbow error exam exposure extremity eye eyes face fast fat feet femur field
    filter finger fingers flair flash flow fluid focus follow foot forearm frame frontal fused gain gate
    gland gradient graft grid hand hands head heart heel hip hips image images infant inferior iris jaw
    joint kernel kidney knee knees lateral left leg legs limb lips liver localizer lossless lossy lower
    lumen lung lungs lut map marrow mask match matrix maxilla medial median mid mirror mode motion mouth mr
    multi muscle navel neck nerve node nose oblique orbit original overlay palm palms pan panel pass patient
    pediatric pelvic pelvis perfusion phantom phase pilot plain plane plate port position posterior prone
    protocol proton pulse quick rapid rate ray rays recon reference region resampled rescaled rest result
    results rib ribs right ring rotation routine row sacrum sagittal saved scaled scan scout screen seed
    sella series set shaft sharp shell shield shin shot shoulder sinus skin skull slice slow smooth soft
    spectrum spin spine spleen spot stack standard station stent sternum still stomach stone stones stress
    study superior supine swallow table tail temple temporal test tests thick thigh thin thorax throat throw
    thumb tibia tissue toe tone tongue tooth tow tracer tract trial trunk tube tumor uterus valve vein
    venous vertex vessel view voi volume wall warp wave weight whole width window wing wrist`,
  // Sequences, modes, scanners and who makes them.
  equipment: `achilles advance aera agfa ambition ampere aquilion arcadis artis avanto axiom bell biograph brilliance
    bruker canon carestream discovery dixon drive edge elekta elition emotion esaote flame force fuji gamma
    gauss ge genesis harmony hitachi hologic horizon infinity ingenia innova integris intera kodak konica
    lightspeed lumina magnetom marconi maxima mindray optima orian panorama philips pioneer premier prisma
    prodiva revolution samsung sensation shimadzu siemens signa skyra sola somatom spectra spirit symphony
    tesla titan toshiba trio triton truebeam vantage varian verio vida vision vivid voluson xper zeiss ziehm`,
  // People after whom diseases, signs, devices, methods and views are called.
  eponyms: `addison agatston albers alzheimer apgar arnold babinski baker barrett barton basedow bechterew behcet
    bence bennett billroth blalock bosniak bradford breslow broca brodie budd burkitt butterworth caldwell
    chiari chopart clark codman colles cooley coombs couinaud courvoisier crohn cushing dandy doppler
    douglas down duke dupuytren ebstein ewing fallot fanconi feldkamp fisher fleischner foley fontan fourier
    fowler freiberg french galen ganz gaucher gerota glasgow gleason glisson gorlin grashey grave graves
    gray grey guillain guyon hamming hann harrington hashimoto henle henoch hill hirschsprung hodgkin hoffa
    holter horner hounsfield hunter huntington hurst jefferson jewett judkins kaposi kawasaki kellgren
    kerley kienbock klatskin kline klippel kocher krukenberg laplace legg lewy lisfranc lister litzman logan
    lund luschka luys mach mackenrod mallory marfan mason mayo mccune meckel meniere merkel merkle monro
    morgagni morison morton neer osgood osler paget pancoast parkinson parks perthes peyronie plummer poland
    pott potts pringle purkinje ramp ramsay raynaud recklinghausen reed reinke reiter riedel robin rolando
    rosenthal ross sachs salter scheuermann schlatter schmorl segond seldinger shepp simpson sims sjogren
    stafne stanford steele stein sturge sudeck swan swanson sylvius tarlov teichholz thompson thomsen towne
    trendelenburg turner valsalva vater virchow wallace warthin waters weber wegener wells wernicke whipple
    willis wilms wilson wolff wood worm`,
  // Words of every day.
  english: `able abort ace acre after again age air alarm all alley alone amber amen amend angel angels answer apple
    april archer area art ash asian aspen august aunt autumn away bacon bad bail ball banks bar bard barn
    baron bass batch bates bay beach beacon bean bear beard beer before bells belt bench berry best better
    beverly birch bird bishop bit black blade bland blank bliss block bloom blue blunt board boat bold bolt
    bond book boot booth boss both bottle bow bowl bowler bowman box boy brace branch brand brave bray bread
    break brewer brick bridge bridges briggs broad broke brook brooks broom brother brown brush buck bud
    bugle bull bunch bunker burn burns burst bush butcher butler butter button buy cable call camp can candy
    cane cannon cap cape car card care carpenter carrier carter cartwright carver case cash castle chain
    chamber chambers champion chance chandler change chaplin chapman charge charity chart chase check cherry
    chief choice church city clay clean clear clerk click close closer cloud clover coach coal coat code
    coffee coffin coin cold cole collar collier common constant cook cool cooper copper coral core corn
    corner cotton count court coward cox craft crane craven cream creed creek crisp crook cruise cry crystal
    cutter daily daisy dale dame dance dash date dawn day days deal dean dear deep deer delta derby desk dew
    diamond dime dive divine dock doe done door double dove draft drake draper dream dress drew drink drop
    drum dry duck due duff dull dust dyer eagle earl east easter easy ebb eden elder elm ember end english
    ever everest exact express fair faith fall false farm farmer farrow father favor fear fell fellow fence
    fennel fern ferry few fiddler file finch fine fire first fish flag flat fleet fletcher flint flood floor
    flora flower flowers flynn fog folk forest forge fork form forth foster fountain fox franc frank free
    freeman fresh friday friend friends frost fry full fuller gale game garden gardener garner garnet gates
    gaunt gay gem general gentle giant gift ginger glad glass glover goal gold golden good goode goodman
    grace grade grain grand grant grass gravel great green gross ground grove guard guest guide guy hail
    hale half hall ham hammer hard harder hardy harm harp hart harvest harvey hatch hawk hay hazel heath
    heather heaven hedge helm help hero high hike hills hinge hitch hive hobby hold holder holiday holland
    hollow holly home hood hook hope hopper horn horse host hot house how hull hurt hyde idle ink inn ivory
    ivy jade jam jar jasmine jay jazz jet jewel job jolly joy judge july june junior just justice keen keep
    key keys kind king kings kitchen kite knight knot lace lad lake lamb lamp lance land lane large lark
    last late later laurel law lawn lawyer lay leaf lean leap ledger lee lent let level liberty light lily
    lime line link lion list little live load loan local lock lodge long loop lord lore loss lost lot love
    low luck lucky lyric mace maiden mail main major male man manly mann manual maple march marine mark
    marker marks marsh marshal marshall mast master may mayor mead meadow meadows meal mean means meek
    melody mercer mercy merit merry mild mile miles milk mill miller mills mine miner mint miracle miss mist
    model mole monday monk month moon moor more morning moss most mother mount mountain mouse much myth name
    nash navy near neat neel new newman next nice night no noble noon norm normal norman north note novel
    now null nurse oak oaks oates ocean odd off oil olive one only opal open orange orchard order other
    otter out outlaw over owl own oxford pace pack page pain paine paint pair palace pale palmer panther
    park parker parson parsons part partridge past patience paver peace peak pear pearl pease peel peer pen
    penny peppers person petal petty phoenix pick pierce pigeon pike pine pink piper pitch pitt place plant
    play player plum plumb point pole polish pool poor pope poppy porter post potter pound powder powell
    power powers pratt press price pride priest primer prince print prior prize proctor proper pry pure
    purple quality queen quest quiet quill radius rain rainbow ram rand range ranger raven read reader ready
    real red reef reeve reeves regal rein rich rider ridge rise rising river rivers roach road rock rocks
    rod roe rogue roll roman rome rook room root rope rose rough round royal rubin ruby ruff rule rush rust
    rusty sad saddler sage sailor saint sales salmon salt sand sands sandy savage save sawyer say school
    scope sea seal search season second self sell senior sense shade shadow shaker shape share shaw she
    shepherd sheriff ship shore short show shy sick side sierra silver simple singer single skinner sky
    slade slater slaughter sleep slim small smart smoke snow solid song sorrow sound south spark sparks
    sparrow spears speed spencer spice spike spring square squire stable star stark starr start state steady
    steel step sterling stern stewart stick stiles stock stocks stokes stop store storm story stout strange
    stream street strength strong style sugar summer summers sun sunday sunny sure sutton sweet swift sword
    tab taft tall tanner tate teal team tell temper tender terry thorn thorne three tide tiger tile tiller
    time tiny toll top torch total tower towers town townsend trace trade trail train tree trench trent
    trick trinity trip troy true trust try tuck tulip turn twin twist tyler under union unit unity upper
    vale valentine valley vance various verity victory violet virtue vital voice void wade wager wagner walk
    walker walls ward warden ware warm warner warren washer watch water watt way weather weaver webb webster
    weeks welch well west wheat wheel wheeler whistler white wide wild wilder wilds will willow win wind
    winner winter winters wise wolf wolfe wonder woodman woods wool word worker world worth wren wright yard
    yates year yellow yes yew york young zero zone`,
  // And of other languages, where they are as common in descriptions.
  otherLanguages: `alt alto bajo bein berg blanc blanco blau bras braun brust buch caballero cabeza campo cara costa cruz
    cuello derecho droit eck eckert fein fuchs fuss gauche gesicht grun hals haupt herz hirn hoch izquierdo
    jung kaiser kalt kinn klein knie knopf koch konig kopf kraft krebs kreuz kurz lang lange leber
    lendenwirbel leon licht links lopata lourd luz mano medio mittel mund nase negro neu noir nuevo ohr
    petit pied piede pierre pinto prieto punkt rechts rey richter rico rojo rot roth rouge roux rucken ruiz
    salle santo santos scharf schmal schnell schuss schwarz seite sommer tal teil testa tief vert viejo
    vogel voll weich weiss wirbel zahn zeit`,
  // Abbreviations that an institution's initials may be as well.
  abbreviations: `aaa abd acl adc ant aps asl avm bmi cad cbct ccta cect cor cpr csf css cta ctp ctv dcm dicom dsa dti dvi
    dwi ecg edv eeg emg esv fov fse gre gsps hcc hrct hsg ige ima img ivc ivp ivu jpeg kub lad lao lat lca
    lmp lumb lvef mca mcp mip mlo mpr mra mrcp mri mrs mrv mtf ncct nrrd obl osem pacs pca pet pha pos rao
    rca rcc ris roi rvef sag sar scl seg ser spect spgr spir stir str suv svc tab tac tee tfe tia tof tra
    tse ute uti ves vrt wbc`,
  // What stands in for a name.
  placeholders: `admin anon anonymous baby default doctor dummy female girl hospital mister newborn nobody none operator
    physician qa radiology research sample service subject system technician technologist temp tester
    testing trauma unknown unnamed user woman`,
};

/** The words of the standard itself stand in the descriptions that machines write. */
const STANDARD_WORDS = `${ATTRIBUTE_NAMES}\n${UIDS}`.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

const COMMON: ReadonlySet<string> = new Set([
  ...Object.values(WORDS).flatMap((words) => words.split(/\s+/)),
  ...STANDARD_WORDS,
]);

/** Folded. */
export function isCommonWord(word: string): boolean {
  return COMMON.has(word);
}
