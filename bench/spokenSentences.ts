/** Sentences of one language: as written, and, where eSpeak NG cannot read that, what it is given to speak. */
export interface SpokenSentences {
  /** BCP 47. */
  readonly tag: string;
  /** eSpeak NG's voice. */
  readonly voice: string;
  readonly written: readonly string[];
  readonly spoken?: readonly string[];
}

/** Sentences that the aligner's prior was not trained on, for measuring it against eSpeak NG's true phone times. */
export const spokenSentences: readonly SpokenSentences[] = [
  {
    tag: 'en-US',
    voice: 'en-US',
    written: [
      'My uncle keeps seven white horses behind the old farm house.',
      'Could you tell me where the nearest post office is, please?',
      'They never finished painting the ceiling before winter came.',
      'Just give him the job, he has waited for more than a year.',
      'Both of the children love chocolate and cold orange juice.',
      'We missed the last train by half a minute.',
    ],
  },
  {
    tag: 'es',
    voice: 'es',
    written: [
      'Mi tío compró una bicicleta nueva para su hija pequeña.',
      'No sabemos cuándo empieza la reunión de los jueves.',
      'El agua del río estaba muy fría aquella mañana.',
      'Quiero aprender a tocar la guitarra este verano.',
      'Siempre llegan tarde porque viven lejos del centro.',
      'Dame un poco de chocolate, por favor.',
    ],
  },
  {
    tag: 'fr',
    voice: 'fr',
    written: [
      'Mon oncle élève trois chevaux blancs derrière la vieille ferme.',
      'Pouvez-vous me dire où se trouve la gare la plus proche ?',
      'Les enfants ont mangé du chocolat avant de se coucher.',
      'Cette chanson me rappelle un été passé en Bretagne.',
      'Il pleut depuis ce matin et les rues sont vides.',
      'Je cherche un cadeau pour le mariage de ma cousine.',
    ],
  },
  {
    tag: 'de',
    voice: 'de',
    written: [
      'Mein Onkel hat drei weiße Pferde hinter dem alten Bauernhof.',
      'Können Sie mir bitte sagen, wo die Post ist?',
      'Wir haben gestern zwei Stunden auf den Bus gewartet.',
      'Das Wasser im See war heute Morgen sehr kalt.',
      'Die Kinder spielen gern im Garten hinter der Schule.',
      'Er fährt jeden Freitag mit dem Zug nach Köln.',
    ],
  },
  {
    tag: 'it',
    voice: 'it',
    written: [
      'Mio zio ha tre cavalli bianchi dietro la vecchia fattoria.',
      'Mi può dire dove si trova la stazione più vicina?',
      'I ragazzi hanno perso il treno per mezzo minuto.',
      'Questa mattina faceva molto freddo sulla spiaggia.',
      'Domani sera andremo al cinema con gli altri.',
      'Non riesco a trovare le chiavi della macchina.',
    ],
  },
  {
    tag: 'pt-BR',
    voice: 'pt-BR',
    written: [
      'Meu tio tem três cavalos brancos atrás da velha fazenda.',
      'Você pode me dizer onde fica a estação mais próxima?',
      'As crianças gostam de chocolate e de suco gelado.',
      'Ontem esperamos duas horas pelo ônibus na chuva.',
      'Ela canta muito bem, mas não sabe dançar.',
      'Perdemos o último trem por meio minuto.',
    ],
  },
  {
    tag: 'pl',
    voice: 'pl',
    written: [
      'Mój wujek ma trzy białe konie za starą stodołą.',
      'Czy może mi pan powiedzieć, gdzie jest poczta?',
      'Wczoraj czekaliśmy dwie godziny na autobus.',
      'Dzieci lubią czekoladę i zimny sok.',
      'Jutro wieczorem pójdziemy razem do kina.',
      'Nie mogę znaleźć kluczy od samochodu.',
    ],
  },
  {
    tag: 'nl',
    voice: 'nl',
    written: [
      'Mijn oom heeft drie witte paarden achter de oude boerderij.',
      'Kunt u mij vertellen waar het postkantoor is?',
      'Gisteren hebben we twee uur op de bus gewacht.',
      'De kinderen spelen graag in de tuin achter de school.',
      'Morgenavond gaan we samen naar de bioscoop.',
      'Ik kan de sleutels van de auto niet vinden.',
    ],
  },
  {
    tag: 'ru',
    voice: 'ru',
    written: [
      'У моего дяди три белых коня за старым домом.',
      'Скажите, пожалуйста, где находится почта?',
      'Вчера мы два часа ждали автобус.',
      'Дети любят шоколад и холодный сок.',
      'Завтра вечером мы пойдём вместе в кино.',
      'Я не могу найти ключи от машины.',
    ],
  },
  {
    tag: 'hi',
    voice: 'hi',
    written: [
      'मेरे चाचा के पास तीन सफ़ेद घोड़े हैं।',
      'कृपया मुझे बताइए कि डाकघर कहाँ है।',
      'हम कल दो घंटे तक बस का इंतज़ार करते रहे।',
      'आज सुबह नदी का पानी बहुत ठंडा था।',
      'बच्चे स्कूल के पीछे बगीचे में खेलते हैं।',
      'मुझे गाड़ी की चाबी नहीं मिल रही है।',
    ],
  },
  {
    tag: 'ja',
    voice: 'ja',
    written: [
      'オジ ノ イエ ニ シロイ ウマ ガ イマス。',
      'ユービンキョク ワ ドコ デスカ。',
      'キョー ワ アサ カラ アメ ガ フッテ イマス。',
      'コドモタチ ワ ニワ デ アソンデ イマス。',
      'アシタ ノ ヨル ミンナ デ カイモノ ニ イキマス。',
      'クルマ ノ カギ ガ ミツカリマセン。',
    ],
  },
  {
    tag: 'zh',
    voice: 'cmn-latn-pinyin',
    written: [
      '我的叔叔有三匹白马',
      '请问火车站在哪里',
      '昨天我们等了两个小时',
      '孩子们喜欢吃巧克力',
      '明天晚上我们一起去看电影',
      '今天早上河水很冷',
    ],
    spoken: [
      'wo3 de5 shu1 shu5 you3 san1 pi3 bai2 ma3',
      'qing3 wen4 huo3 che1 zhan4 zai4 na3 li3',
      'zuo2 tian1 wo3 men5 deng3 le5 liang3 ge4 xiao3 shi2',
      'hai2 zi5 men5 xi3 huan5 chi1 qiao3 ke4 li4',
      'ming2 tian1 wan3 shang5 wo3 men5 yi4 qi3 qu4 kan4 dian4 ying3',
      'jin1 tian1 zao3 shang5 he2 shui3 hen3 leng3',
    ],
  },
  {
    tag: 'ar',
    voice: 'ar',
    written: [
      'عِنْدَ عَمِّي ثَلَاثَةُ خُيُولٍ بَيْضَاءَ.',
      'أَيْنَ يَقَعُ مَكْتَبُ البَرِيدِ مِنْ فَضْلِكَ؟',
      'انْتَظَرْنَا الحَافِلَةَ سَاعَتَيْنِ أَمْسِ.',
      'يُحِبُّ الأَطْفَالُ عَصِيرَ البُرْتُقَالِ.',
      'كَانَ مَاءُ النَّهْرِ بَارِدًا جِدًّا.',
      'سَنَذْهَبُ غَدًا إِلَى السِّينِمَا.',
    ],
  },
  {
    tag: 'tr',
    voice: 'tr',
    written: [
      'Amcamın eski evin arkasında üç beyaz atı var.',
      'En yakın postane nerede, söyler misiniz?',
      'Dün otobüsü iki saat bekledik.',
      'Çocuklar çikolatayı ve soğuk suyu çok sever.',
      'Yarın akşam hep birlikte sinemaya gideceğiz.',
      'Arabanın anahtarlarını bulamıyorum.',
    ],
  },
];
