"""Words of wikitext in all languages of MediaWiki: namespaces, settings of pictures, switches and variables.

Source: MediaWiki's own tables of words, `languages/messages/Messages*.php` of release 1.39 (`$namespaceNames`,
`$namespaceAliases`, `$magicWords`). All words are in lower case, composed (NFC), with blanks for underscores.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(one.strip() for one in text.replace("\n", " ").split(";"))


FILES = _words(
    """
    aafbeilding; abruozdielis; afaylu; afbeelding; apamduööt; archivi; archivo; archivu; arkivo; arquivo; attēls;
    barakas; barkas; beeld; beld; belld; berkas; bestaand; bestand; beureukaih; bhengkek; bielde; bild; bilde;
    biliþ; billede; biru' na zayzyuwaw; biru’ na zayzyuwaw; chitro; coadan; dadai; dataja; datei; datnyvei;
    datoteca; datoteka; delwedd; dencukaay; documentu; dosiero; dosiye; dossia; dosya; dosye; dôdaj; ewava;
    eʼelyaaígíí; fael; faidhle; faih; fail; faili; fails; failu; fajl; fasciculus; fayl; faylo; faýl; feil;
    fexeiro; ficheiro; ficheru; fichier; fichièr; fichiér; fichye; fiché; figura; figure; fiila; fiileq; fil;
    fisye; fitxategi; fitxer; fix; fixeru; fiùra; fişier; fișier; fájl; fáìlì; gambar; gefre; grafika; hình;
    imachen; image; imagem; imagen; imagine; imago; imahen; imaj; imajen; imajo; imatge; imaxe; imaxen; imej;
    immaggine; immagina; immagine; immàgini; imàjine; imådje; irudi; iyeltak; kiʻi; koga; kuva; kép; ladawan;
    lahabali kɔligu; litratu; lêer; magod; mmàggini; mynd; natisinahikaniwoc; obrázok; ofbeeldienge; ofbeelding;
    ofbyld; papeles; patas bntasan; payl; paypay; picha; pilt; plaetje; plik; ragiv; resim; restr; restren; rikcha;
    räsem; sary; seswantšho; setshwantsho; sineqetj a vecik; skeda; skeudenn; slika; soubor; stampa; su'wret; swret;
    súbor; ta'ãnga; talaksan; tangan; tasvir; tiedosto; tiätuvuárkká; tugna; tóng-àn; tập tin; usòrò;
    vaizdas; waihona; wepo; wobraz; wékpo; wêne; ymele; zūrbrukis; àwòrán; ákwúkwó orünotu; émâge;
    íomhá; òbrôzk; īxiptli; şəkil; αρχείο; αρχείον; εικόνα; εικόναν; акс;
    артовкс; афаил; билэ; боомг; ви́дъ; видъ; выява; датотека; дѣло;
    зображення; зураг; зург; изображение; картинка; ныв; няйф;
    ойуу; податотека; ресим; рәсем; слика; сурат; суред; сурет; сурт;
    файл; хlум; ӳкерчĕк; պատկեր; בילד; טעקע; קובץ; תמונה; أسگ; انځور; اکس; تصویر; جانیا; دوتنه; سۋرەت;
    صورة; عکس; عڪس; فاءيل; فائل; فاىل; فایل; فيشي; فَیِل; ملف; ورق; پرونده; پەڕگە; ھۆججەت; ܠܦܦܐ; ފައިލު; ފައިލް;
    ߞߐߕߐ߮; किपा; चित्र; चित्रं; चित्रम्; पटिमा; फ़ाइल; फाइल; फायल; सञ्चिका; চিত্র; চিত্ৰ; ছবি; ਤਸਵੀਰ; ચિત્ર; ଫାଇଲ;
    படிமம்; దస్త్రం; ఫైలు; బొమ్మ; ಚಿತ್ರ; ಫೈಲ್; ചി; ചിത്രം; പ്ര; പ്രമാണം; ගොනුව; රූපය; ภาพ; ไฟล์; ຮູບ; ဖိုင်; ဖုဲင်;
    ဝှာင်; ၾၢႆႇ; სურათი; ფაილი; ስዕል; ፋይል; រូបភាព; ឯកសារ; ᨼᩱᩃ᩺; ᱨᱮᱫ; ファイル; 图; 图像; 图片; 圖; 圖像; 圖片; 文件;
    文檔; 档; 档案; 檔; 檔案; 画像; ꠚꠣꠁꠟ; ꯐꯥꯏꯜ; 그림; 파일; 𐍆𐌴𐌹𐌻𐌰
    """
)
"""The namespace of files; `file` is known everywhere."""
CATEGORIES = _words(
    """
    abdeeling; adà; akpaxwé; bekätakthook; bhângsa; bólkur; catadorie; catagóir; categoreye; categori;
    categoria; categorie; category; categorìa; categoría; categorîa; categuria; categurìa; catigurìa;
    catègorie; catégorie; class; dalala; faʻahiga; flocc; flokkur; gadâgorii; grup; guru; ikiciro; jamii;
    kaarangay; kadegorie; kakuniza; kalasi; karolo; kasasiwasiw; kateggoría; kategooria; kategoreja; kategori;
    kategoria; kategorie; kategorii; kategoriija; kategorija; kategorio; kategoriya; kategoriye; kategoriýa;
    kategory; kategorya; kategoryjo; kategoría; kategorî; kategourii; kateguorėjė; kategòrëjô; kategória;
    kategōrija; katejori; kateqoriya; katigori; katigoria; katiguria; katiguriya; kattegerie; kattejori; katégori;
    katõgooria; katēggoría; kaurian; kawan; klad; klass; klesi; kʼatʼegori; loma; luokka; lūi-pia̍t; māhele;
    neneuhcāyōtl; nkyekyem; nkyekyεmu; pho; pinapapilipiliqan; pubu; rang; roinn-seòrsa; ronney; rummad; sa;
    saachjrop; saachjropp; saachjrupp; sachgrubb; sachjrop; samiyachiy; sanat; setensele; shopni; snakun; sokajy;
    sumut atassuseq; taggayt; thể loại; tipanictawin; tispir; tumbung; turkum; törkem; tʼááłáhági átʼéego;
    umuce; vibhag; wàll; zyuwaw na; ébéonọr; ñemohenda; òtù; κατηγορία; κατηγορίαν;
    акатегориа; ангилал; аңгылал; гурӯҳ; кадегар; категори;
    категорие; категорий; категориэ; категория; категорија;
    категорія; катеґория; катеґорія; катигорїꙗ; катигорї; катэгорыя;
    оагӏат; санат; тоба; төркем; төркөм; янз; әәшл; կատեգորիա; ստորոգութիւն;
    קאַטעגאָריע; קאטעגאריע; קטגוריה; بؤلمه; تصنيف; تهر; تۈر; جرگه; دأسە; دسته; رج; رده; زمرو; زمرہ; زٲژ; سانات;
    ونکی; وېشنيزه; پۆل; کاتݢوري; گٹھ; ܣܕܪܐ; ޤިސްމު; ߦߌߟߡߊ; ज़ॉज़; पुचः; वर्ग; वर्गः; विभाग; श्रेणी; থাক;
    বিষয়শ্রেণী; শ্রেণী; শ্ৰেণী; ਸ਼੍ਰੇਣੀ; શ્રેણી; ବିଭାଗ; ଶ୍ରେଣୀ; பகுப்பு; వర్గం; ವರ್ಗ; ವರ್ಗೊ; വ; വി; വിഭാഗം; വർഗ്ഗം;
    ප්‍රවර්ගය; หมวดหมู่; ໝວດ; ကဏ္ဍ; ပိူင်ထၢၼ်ႈ; კატეგორია; መደብ; ចំណាត់ក្រុម; ចំណាត់ថ្នាក់ក្រុម; ចំនាត់ថ្នាក់ក្រុម;
    ᩉ᩠ᨾ᩠ᩅᨯᩉ᩠ᨾᩪ᩵; ᱛᱷᱚᱠ; ẹ̀ka; カテゴリ; 分类; 分類; 类; 類; ꠇꠦꠐꠣꠉꠞꠤ; ꯃꯆꯥꯈꯥꯏꯕ; 분류; 𐌷𐌰𐌽𐍃𐌰
    """
)
"""The namespace of categories."""
TEMPLATES = _words(
    """
    anakuhi; andoza; ankra; avise; batakan; bee álnééhí; berjocht; bysen; bản mẫu; citakan; cithakan; clowan;
    cèṭa'an; endrika; foarloage; foorlaachâ; format; formula; fyrimynd; ilisserut; ingero; inyandikorugero;
    kakivauvaljan; kigezo; kpɔnd'ewu bo blo; kupesi; macuëc; mal; mall; malline; masalipa; moddel; model; modele;
    modell; modello; modelo; modelu; modeło; modèl; modèle; modèlo; mudel; mudell; mudellu; muster; myenster;
    málle; mòlliu; múnla; nemachiyōtīlli; nhwɛdo; nhwɛsode; nhwɛsoɔ; nodyn; numunə; näüdüs; ohia; padron;
    pang-bô͘; panmwo; patrom; patrono; patrôon; plantilia; plantilla; plantilya; plantía; pola; prantilla;
    predefinição; predloga; predložak; předłoha; pśedłoga; royuwaay; sablon; samafomot; scantlyn; schablon;
    schabloun; seunaleuëk; shablon; shablono; sikavno; sjabloon; skabelon; skantlyn; snið; snluan qcinuh; stamp;
    stampa; suleras; szablon; szablóna; taazihan mitudung; taiss; talɣa; talγa; tamudemt; tapapitcikesinihikan;
    ta‌̱mpi‌̱let; teamplaid; teimpléad; tembiecharã; templat; template; templet; tempolete; tepalei; termo'a;
    teza; tipapitcikesinihikan; tiêu bản; txantiloi; tɛmplet; veidne; vorlach; vorlage; vorlog; vörlaag; xabblón;
    xablón; àdàkọ; àtụ; ülgi; ürnäk; ŝablono; şablon; şabloni; šablon; šablona; šablonas; šablonu; šabluons;
    šablóna; šablōni; πρότυπο; πρότυπον; ашаблон; дакъан; загбар; загвар;
    зура; калып; кевләр; кеп; куцкеп; кышкар; ло; лопапарцун; майык;
    образьць; обраꙁьць; предлошка; халип; халыып; хуызæг; шаблон;
    шаблона; шаблён; ямдылык; ҡалып; үлгі; үрнәк; ӱлекер; կաղապար; מוסטער; תבנית;
    الگو; تراشوان; تمپلت; تمڤلت; داڕێژە; سانچو; سانچہ; سنچو; شابلون; فرما; قالب; قاڵب; قېلىپ; موضيل; ٴۇلگٴى; ٷلگٸ;
    چوٙأ; کينډۍ; ۇلگى; ܩܠܒܐ; ފަންވަތް; ߞߙߊߞߏ; आकृति; खाँचा; टेम्पलेट; ढाँचा; नमॆना; पटिरूप; प्रारूप; फलकम्; बिंबधर;
    साँचा; सांचो; साचा; টেমপ্লেট; মডেল; সাঁচ; ਨਮੂਨਾ; ਫਰਮਾ; ઢાંચો; ଛାଞ୍ଚ; ଟେଁପଲେଟ; ଟେମ୍ପଲେଟ; வார்ப்புரு; మూస;
    ಟೆಂಪ್ಲೇಟು; ಟೆಂಪ್ಲೇಟ್; ഫ; ഫലകം; සැකිල්ල; แม่แบบ; ແມ່ແບບ; တမ်းပလိတ်; တမ်းပလေက်; ထာမ်ပလိက်; ထႅမ်းပလဵၵ်ႉ; თარგი;
    መለጠፊያ; መልጠፊያ; ሞደል; ទំព័រគំរូ; ᨣᩮᩢ᩶ᩣᨷᩯ᩠ᨷ; ᱪᱷᱟᱸᱪ; テンプレート; 样板; 模; 模板; 樣板; ꠐꠦꠝ꠆ꠙꠟꠦꠐ; ꯇꯦꯝꯄ꯭ꯂꯦꯠ; 틀;
    𐍆𐌰𐌿𐍂𐌰𐌼𐌴𐌻𐌴𐌹𐌽𐍃
    """
)
"""The namespace of templates."""
PICTURE = _words(
    """
    abaixo; abajo; acima; ai; akau; ala; alaindeksi; alapvonal; alas; alhaalla; alliq; alsóindex; alt; altdekstre;
    alte; altçizgi; ambany; ambony; ampivoany; anivo; anivony; ankavanana; ankavia; anvar; aohe; aralığına;
    arriba; arribaádereita; asnjë; ast; astılığı; astına; atas; atas-teks; atek; b'tilar; baix; baix-text; bal;
    balra; bas; bas-texte; bas-txt; bas-tèxte; base; baseline; baslinje; batas; batek; bawah; bawah-teks; bawd;
    bażi tal-linja; be; beneden; benejen; bet; bez; bez okvira; bez rama; bez ramki; bezokvira; bezrama; bezramki;
    bezrámu; bid; bing; bingkai; bla tilar; bo; bord; borda; bordadura; borde; border; bordo; bordura; bordure;
    botten; bottom; boven; brak; brez; brezokvirja; brig; bunn; burdura; bélyeg; bélyegkép; béçerçewe; c; cadre;
    cadru; canol; cap; centar; center; centra; centrada; centrado; centrar; centrat; centre; centrerad; centro;
    centru; centruj; centrâ; centré; chawpi; chenar; chwith; chân-chữ; chỉ-số-dưới; chỉ-số-trên; cierda; clé;
    comborda; commoldura; conbordo; conmarco; cor; corén; cucha; câdro; d; d'amont; d'avâl; daing kwadro; dalt;
    dalt-text; daqsminuri; dcha; de; deas; dehou; dekstra; dekstre; der; derecha; dereita; desno; destra; dešinėje;
    dikey; dim; dinguna; dinguno; direita; disleg; djathtas; dno; dno-besedila; doem; dreapta; dreaptasus; drecha;
    dreita; dreta; drita; droite; drêt; drêta; dugme; duimnael; duum; dyhow; dół; dưới; dưới-chữ; efst; eile;
    eks; encadre; encadré; encâdrâ; enframed; engin; enkadrita; enkadrite; enmarcada; enmarcado; enquagrat;
    entre-mié; erd; erd-metin; erdian; esentreerd; eskuinera; esquerda; esquerra; esquèrra; eta; ewin bawd; exp;
    exponent; exposant; ezkerrera; eşqandaý; faic; faqja; faracadru; felsőindex; fenn; fennjobbra; fent; fi; figura;
    folen; frame; framed; frameless; fremys; fráma; frámaithe; fund; fuq; gada; garis dasar; gasku; gaucha;
    gauche; gecentreerd; gedug; gedug-metin; geen; gerahmt; gerummt; gien; giữa; godre; goles; granica; grondliende;
    grondlijn; grundlinie; grunnlinje; gurut; gwaelod; gwartha; góra; gôche; hal; halaman; hanan; haut; haut-texte;
    haut-txt; hawa; hebfram; hema; hoch; hochgestellt; hochkant; hura; hægri; höger; høgre; høyre; i kornizuar;
    ichuq; inchu; inchunnaq; inchuyuq; incorniciato; ind; indice; indici; ingen; ingenramme; inramad; is; ivica;
    izda; izq; izquierda; jempol; jmpl; jobb; jobbra; joq; jos; jïekti; ka; kaderloos; kadra; kadrigita; kadrigite;
    kadrita; kadrite; kadro; kairėje; kanan; kantlinje; kaoderloos; keen; kehyksetön; kehys; kehystetty; keret;
    keretben; keretes; keretezett; keretnélküli; kerettel; kesk; keskel; keskellä; keski; keskitetty; khung;
    không; không khung; ki; kiri; kledh; kleiz; kornizë; krec'h; kreiz; kreizenn; kres; kresel; kufi; kwadro;
    közép; középre; küçük; küçükresim; l; lartdjathtas; left; legne de bâsa; lehekülg; lemin; lengks; lenks;
    lenn; lent; levo; lewo; ligne de base; ligne-de-base; lijevo; linha de basa; linhadebase; linia de bază;
    linjabazë; links; liñadebase; lluqi; lurus; lár; lénks; línia de base; m stran; majtas; malalte; maldekstra;
    maldekstre; malsube; malsupre; mana; manaima; manzína; marc; marco; mayò; mały; medio; meio; merkez; merrn;
    mes; metin-taban; metin-tavan; metin-tepe; metà; meza; meze; middel; midden; middle; midt; midtstilt; mijloc;
    milieu; min; mini; miniatiūra; miniatur; miniatura; miniaturadaimagem; miniaturadaimaxe; miniaturadeimagen;
    miniatuur; miniatyr; miniatyur; miniatűr; minijatura; minuri; mion; mionsamhail; mitan; mitjà; mitte; mitten;
    miyan; miðja; mân-lun; mätin-astında; mätin-üstinde; mëtt; mərənqo; n; na gore; nad; nada; nadpisano;
    nagonan; nakakawadro; nanhun; natpis; naut; naut-txt; naut-tèxte; neant; ned; nenhum; nenio; neniu; nessuno;
    net gerummt; netra; neðst; nhỏ; ninguna; ninguno; ningún; nir; nirbing; nissön; ništa; no; nobaý; nofs;
    non encadre; non encadré; none; nonrés; nu; náhled; náhľad; náhľadobrázka; néant; nën; nửa-chiều-cao;
    oben; obroba; obrub; odjeljak; ohne; oiged; oikea; okpúrù-ede; okraj; okvir; okvirjeno; oldal; olgeš;
    omkaderd; omraam; onder; originale; orta; ortağa; osnova; osnovnacrta; ouni; oñ; oñğa; pa kornizë; page; pagina;
    pagxo; pahina; pajenn; pamje; parapamje; paremal; pas encâdrâ; paña; paĝo; paġna; pedice; pejy; pera; perustaso;
    phải; pienois; pienoiskuva; pisi; pisipilt; pocetna linija; pod; podpisano; pola; portrett; potpis;
    početna linija; prawo; pus; pusat; pysty; pàgina; página; páxina; pâge; püsti; qendrore; qendër; qillqahawa;
    qillqasiki; quadre; qëndrore; qëndër; qıckek; raam; raamita; raamloos; raand; rahmenlos; rahmt; ram; ramka;
    ramlös; ramma; ramme; rammelaus; rammeløs; rand; rast; raşt; rechtop; rechts; redresse; redreça; redreçat;
    regs; resmoqıckek; reunus; riets; right; rikchacha; riquadrato; rosto; rám; rähß; räts; röun; s'ka;
    sans cadre; sayaq; sayfa; saywa; sağ; segno; seite; semborda; semmi; semmoldura; sen câdro; senbordo; senkadra;
    senmarco; sens quadre; sense marc; senter; sentrer; sentro; sentrum; senza cornice; senèstra; sida; side;
    sidretg; sikipi; sin embarcar; sin enmarcar; sinenmarcar; sinistra; sinmarco; sinor; sinoréerdi; sisiny; sivu;
    skeusennik; sličica; sol; solğa; sopra; sotto; squierda; sredina; sredina teksta; sredinateksta; sredinsko;
    središte; stanga; strana; stranica; stred; stående; střed; sub; suba-teksto; sube; sulda; sup; super;
    superiordireito; supre; sus; szöveg-fenn; szöveg-fent; szöveg-lenn; szöveg-lent; säit; sürmeli; sürmesiz;
    sınır; səhifə; taban; tabançizgisi; tajjeb; tangâ; tanpa; tanpabingkai; tavan; taħt; tegak; teks-bo;
    teks-onder; tekst vrh; tekst-alte; tekst-beneden; tekst-boven; tekst-bunn; tekst-dno; tekst-dugme; tekst-fund;
    tekst-goles; tekst-gwartha; tekst-majë; tekst-top; tekst-vrh; tekste-benejen; tekste-boven; tengah; tepe; tepi;
    test-fuq; test-taħt; testo-sopra; testo-sotto; text-botten; text-bottom; text-jos; text-oben; text-sus;
    text-top; text-topp; text-unten; texti-neðst; texto-abaixo; texto-arriba; thumb; thumbnail; tiada; tief;
    tiefgestellt; tiksisiqi; tikti; tiktik; tilar; tilat; tirekjol; too; top; topp; trang; traoñ; trái; trên;
    trên-chữ; tsymisy; tudalen; tyhjä; tèxto-d'amont; tèxto-d'avâl; tühi; tło; uewen; ukhupi; umanjeno;
    umraand; undir; unionsyth; unten; upa; upp; upright; uran; uspravno; uwch; uñda; vasakul; vasen; venstre;
    verticale; vertikale; vignette; vijabazë; vinheta; vinstri; viền; vközépen; vközépre; vlevo; vora; vouedo;
    vpravo; vrh; vrh teksta; vrh-besedila; vrhteksta; vänster; vľavo; waena; wala; werte; wieqaf; xejn; xellug;
    yfir; ylhäällä; yläindeksi; yläoikea; ylös; yok; yuq; zentriert; zentréiert; zgorajdesno; zied; zurda;
    zuwan=1$; áká èkpè; áká ịkẹngạ; ääris; æнæ; çep; çerçeve; çerçeveli; çerçevesiz; çerçewe;
    çerçewekerden; çerçeweyın; çıniyo; çəpo; èxp; èxposent; élú; ënnen; üläh; üs; üst; üstiligi; üstine;
    þumall; ākau; ċentrali; ċentru; đứng; środek; žiadny; žádné; ʻaʻohe; ʻākau; άνω; αριστερά;
    γραμμήβάσης; δείκτης; δεξιά; εκθέτης; κάτω; κάτω-από-το-κείμενο;
    κέντρο; καθόλου; κατακόρυφα; μέσο; με-πλαίσιο; μικρογραφία;
    μινιατούρα; πάνω-από-το-κείμενο; πλαίσιο; σελίδα; χωρίς-πλαίσιο;
    агlо; аз боло; алкс; аллараа; алын; аралығына; асос; аст; астæу;
    астылығы; астына; бакъхьа; бакъхьалакхо; бе; бе рамка;
    бе чаҳорчӯба; без; без оквира; без рама; безоквира; безрама;
    безрамка; безрамки; безрамкі; бет; боло; болорост; бух; буха;
    бухар; бухара-йоза; вдясно; вейкеяк арась; верькс; вить кедь;
    вляво; ворамка; врамка; врв; врх; врх текста; врхтекста; галиу;
    гор; горениндекс; граница; границя; граничник; гурабе;
    гурабоцаш; д; дарбайн; дарпоён; десно; дно; доза; дол;
    долениндекс; дясно; ешқандай; жиекті; жима; жимо; жоқ; зверху;
    зверхуправоруч; злева; значак; знизу; зьверху; зьлева; зьнізу;
    ивица; исправено; йоцуш; йымалне; кенжешка; керш кедь; кирбии;
    контур; кундовтомо; кундсо; куншка; куншкасо; къаддæр;
    къаддæргонд; кӱшычын; л; лакхахь; лакххьара-йоза; лево; лопа;
    ляво; ліворуч; марказ; матнболо; матнпоён; межа; мини;
    мини-слика; миниатюра; міні; мініатюра; мініяцюра; мәтін-астында;
    мәтін-үстінде; н; над; најгоре; најдолу; нема; нобай; няма;
    обрамити; обрамить; оивичено; ойуучаан; оквир; олох-дьураа;
    орта; ортаға; орто; ортотунан; основа; основание;
    основналинија; оң; оңға; пасярэдзіне; под; покшелне; посередине;
    посередині; поён; праворуч; пурла; під; раамка; раамката суох;
    рам; рамка; рахиз; рост; ръб; сарҳад; саҳифа; сверху;
    сверхусправа; сирэй; слева; снизу; сол; солагай; солға; справа;
    средина; средина текста; срединатекста; старонка; сторінка;
    страна; страница; сулда; суох; супер; сүрмелі; сүрмесіз;
    текст-алкс; текст-верькс; текст-врв; текст-дно; текст-зверху;
    текст-знизу; текст-најгоре; текст-најдолу; текст-сверху;
    текст-снизу; тиэкис-аллара; тиэкис-үрдүгэр; тікті; тіктік;
    тірекжол; тӏе; төп; умањено; усправно; уңда; уҥа; харцхьа; хаҥас; ц;
    центар; центр; център; цэнтар; цэнтр; чап; чаҳорчӯба; чек; шола;
    юк; юккъ; юккъе; үзәк; үрдүнэн; үрүт; үст; үстілігі; үстіне; үөһээуҥа;
    ӱлычын; ӱмбалне; աջից; առանց; էջ; կենտրոն; ձախից; մինի; շրջափակել; אויבן; אונטן; אונטער; איבער;
    אינמיטן; אן; באמצע; בראש הטקסט; בתחתית הטקסט; גבול; גבולות; דף; ימין; ימין למעלה; לא ממוסגר; לינקס; ללא;
    ללא מסגרת; למטה; למעלה; ממוזער; ממוסגר; מסגרת; מרכז; עילי; צענטער; קליין; רעכטס; שורת הבסיס; שמאל; תחתי; أسفل;
    أعلى; إطار; ارالىعىنا; است; استىلىعى; استىنا; انگشتدان; انگشتی; ایستاده; ایستادہ; بإطار; بائیں; بالا; بدون;
    بدون چوکھٹا; بغیر; بلا; بندانگشتی; بټنوک; بی قاب; بیقاب; بی‌قاب; بێچوارچێوە; بەت; تصغير; تصغیر; تىرەكجول; تىكتى;
    تىكتىك; تَرُ; جوق; جىييەكتى; حاشیه; حد; حدود; خط أساسي; خط اساسى; خط اساسی; دائیں; درمیان; راست; زبر; زیر;
    زیریں; ساغ; ساڄو; سب; سنوور; سوبر; سول; سولعا; سِرُ; سۇرمەسىز; سۇرمەلى; صفحة; صفحه; صفحہ; فرعى; فرعي; قاب;
    قابیق; لاإطار; ماتىن-استىندا; ماتىن-ۇستىندە; متن-بالا; متن-زیریں; متن-پایین; مركز; مرڪز; مصغر; معدول;
    من غير اطار; میانه; مېنځ، center; ناوەڕاست; نص أسفل; نص أعلى; نوباي; هئچ; همکف; هیچ; هېڅ; ورتا; ورتاعا; وسط; وچ;
    وڭ; وڭعا; وێنۆک; يسار; يمين; پایین; چوارچێوە; چوکھٹا; چپ; چەپ; ڕاست; ښي; کاٻو; کيڼ; ڪجهنه; ۇست; ۇستىلىگى;
    ۇستىنە; ەشقانداي; ܙܥܘܪܬܐ; ܝܡܝܢܐ; ܠܐ ܡܕܡ; ܡܨܥܐ; ܣܡܠܐ; ܣܪܛܐ ܫܪܫܝܐ; ܦܐܬܐ; ܦܪܥܝܐ; ܬܚܘܡܐ; अंगूठा; अंगूठाकार; अग्र;
    अङ्गुष्ठ; अङ्गुष्ठचित्रम्; अति; अत्यूच्च; अधः; अधस; अधो; आधार रेखा; आधाररेखा; आधाररेषा; आबन्ध; आबन्धः; इवलेसे;
    उजवे; उन्नत; उभा; उर्ध्व; किनारा; किमपि न; केंद्र; केंद्रित; केन्द्र; केन्द्रम्; केन्द्रित; कोई नहीं;
    कोणतेचनाही; खड़ी; चित्रगमिका; चित्रपृष्ठम्; चित्रसूचकम्; चौकट; डावे; तल; तळ; तळरेषा; तीव्र; दक्षिणत; दक्षिणतः;
    दाएँ; दाएं; दायें; नन्ना; निराबन्ध; निराबन्धः; नैव; पद; पाठ-तल; पाठ-शीर्ष; पाठ्य-अग्र; पाठ्य-अधः; पाठ्य-अधस;
    पाठ्य-शीर्षम्; पान; पृष्ठ; फ़्रेम; फ़्रेमहीन; फ्रेम; फ्रेमहीन; बाएँ; बाएं; बायें; बूड; बॉर्डर; मजकुरतळ;
    मजकूर-शीर्ष; मध्य; मध्यवर्ती; मध्ये; मूर्ध; लघुचित्रम्; लघुत्तम; वामतः; विनाचौकट; विनाफ़्रेम; विषये; शीर्ष;
    शीर्ष-मजकूर; शीर्षदक्षिणतः; शीर्षम्; शीर्षसङ्ख्या; सङ्कुचितचित्र; सङ्कुचितचित्रम्; सीमा; উপর; উপরে; কিছুই না;
    কিছুইনা; কেন্দ্র; কেন্দ্রে; কোনটি না; কোনটিনা; ডান; ডানদিকে উপরে; ডানে; ডানে উপরে; ডানেউপরে; তলদেশ; থাম্ব;
    থাম্বনেইল; নিচ; নিচে; নিম্নে; নীচ; নীচে; পাঠ্য-উপর; পাঠ্য-উপরে; পাঠ্য-নীচে; পাতা; পৃষ্ঠা; ফ্রেম; ফ্রেমবিহীন;
    ফ্রেমসহ; ফ্রেমহীন; বাম; বামে; মধ্য; মধ্যে; লেখা-উপর; লেখা-উপরে; লেখা-নীচ; শীর্ষ; শীর্ষে; সীমানা; সীমান্ত; ଉପର;
    କିଛି ନୁହେଁ; କେନ୍ଦ୍ର; ଡାହାଣ; ତଳ; ଫ୍ରେମକରା; ଫ୍ରେମନଥିବା; ବର୍ଡର; ବାଆଁ; ବେସଲାଇନ; ମଝି; ଲେଖା-ଉପର; ଲେଖା-ତଳ; இடது;
    ஒன்றுமில்லை; கீழ்; மத்தியில்; மேல்; மையம்; வலது; ఎడమ; కుడి; അതിർവര; ഇടത്ത്‌; ഇടത്‌; എഴുത്ത്-താഴെ; എഴുത്ത്-മേലെ;
    കീഴെയെഴുത്ത്; ചട്ടം; ചട്ടത്തിൽ; ചട്ടരഹിതം; താഴെ; താഴെയുള്ളവര; താൾ; നടുക്ക്‌; നടുവിൽ; നേരേകുത്തനെ; മദ്ധ്യം; മേലെ;
    മേലേയെഴുത്ത്; ലഘു; ലഘുചിത്രം; വലത്ത്‌; വലത്‌; ശൂന്യം; උප; දකුණ; දාරය; නොමැත; මධ්‍යය; මැද; වම; არა; გვერდი; ზედა;
    მარცხნივ; მარჯვნივ; მინი; მინიასლი; მინიატიურა; საზღვარი; ქვედა; შუა; ცენტრი; ცენტრში; ცეროდენა; កណ្តាល;
    ខាងធ្វេង; ខាងស្តាំ; គ្មាន; គ្មានស៊ុម; ឃ្លានៅផ្នែកខាងលើ; ឃ្លានៅផ្នែកបាត; ឃ្លាផ្នែកខាងលើ; ឃ្លាផ្នែកបាត; ទទេ;
    ទំព័រ; ធ្វេង; បាត; ផ្នែកកណ្តាល; ផ្នែកខាងលើ; ផ្នែកបាត; ផ្នែកលើ; រូបតូច; រូបភាពតូច; ស៊ុម; ស្តាំ; ẹtítì; なし;
    サムネイル; フレーム; フレームなし; ベースライン; ページ; ボーダー; 上付き; 上標; 上端; 下付き; 下標; 下端;
    下線; 中央; 中心; 中间; 右; 右上; 垂直置中; 垂直置底; 垂直置頂; 基线; 境界; 子; 居中; 左; 底部; 文上端; 文下端;
    文字底部; 文字置底; 文字置頂; 文字顶部; 无; 无框; 替代文字; 有框; 無; 無し; 無框; 縮圖; 缩略图; 置中; 超; 边框;
    邊框; 頁; 页; 顶部; 가운데; 글자아래; 글자위; 밑줄; 섬네일; 썸네일; 아래; 아래첨자; 없음; 오른쪽; 왼쪽; 위;
    위오른쪽; 위첨자; 중간; 축소판; 테두리; 텍스트아래; 텍스트위; 프레임; 프레임없음
    """
)
"""Words that say how a picture is shown: `thumb`, `left`. A number may follow those for its page and size."""
PICTURE_KEYS = _words(
    """
    al; alt; altdekstre; alternatif; alternative; alternativtext; arribaádereita; bawd; bağlantı; bet; bhs;
    bélyeg; bélyegkép; clase; class; classe; daqsminuri; dikey; disleg; doemnaegel; dreaptasus; drêt; duumnegel;
    enlace; enllaç; eta; faqja; fennjobbra; figura; folen; girêdan; gre; hal; halaman; hochkant; idioma; jazyk;
    jempol; jezik; jmpl; keel; kevren; klaso; klasse; klik; koppeling; küçük; küçükresim; lang; langue;
    lartdjathtas; legătură; lehekülg; lenke; lenkje; liamm; lidhja; lidhje; lien; ligam; ligazón; ligação; ligilo;
    lim; link; linkki; liên kết; liŋka; llengua; loulou; lurus; länk; lớp; mały; min; mini; miniatiūra;
    miniatur; miniatura; miniaturadaimagem; miniaturadaimaxe; miniaturadeimagen; miniatuur; miniatyr; miniatyur;
    miniatűr; minijatura; minuri; mân-lun; na gore; ngôn ngữ; nhỏ; nobaý; náhled; odkaz; oldal; page; pagina;
    pagxo; pahina; pajenn; pamje; panqa; parapamje; paĝo; paġna; pera; pienois; pienoiskuva; pisi; pisipilt;
    portrett; poveznica; pra; pranala; pysty; pàgina; página; páxina; pâge; püsti; qıckek; rechtop; redresse;
    redreçat; resmoqıckek; rikchacha; sayaq; sayfa; seite; sida; side; sidretg; sivu; skakel; skeusennik; sličica;
    sprache; språk; stran; strana; stranica; strona; stående; superiordireito; säit; sınıf; səhifə; taal; tegak;
    thay thế; thumb; thumbnail; thế; tiktik; tinki; tiếng; trang; tudalen; třída; umanjeno; unionsyth; upright;
    uspravno; verticale; vertikale; verweis; verwiezing; verwijzing; veza; vignette; vinculo; vinheta; vínculo;
    wak; wieqaf; yläoikea; zgorajdesno; zied; đứng; ħolqa; εναλλ.; κατακόρυφα;
    μικρογραφία; μινιατούρα; σελίδα; σύνδεσμος; агlо; алт; альт;
    бакъхьалакхо; бет; боло рост; веза; врска; жима; жимо;
    зверхуправоруч; значак; исправено; класа; къаддæр;
    къаддæргонд; лопа; мини; мини-слика; миниатюра; міні; мініатюра;
    мініяцюра; нобай; ойуучаан; пайванд; посилання; саҳифа;
    сверхусправа; сигэ; сирэй; спасылка; ссылка; старонка;
    сторінка; страна; страница; тіктік; умањено; усправно; хьажорг;
    јаз; үөһээуҥа; էջը; մինի; דף; טעקסט; טקסט; ימין למעלה; לינק; ממוזער; קישור; קליין; انگشتدان; انگشتی;
    ایستاده; ایستادہ; بديل; بندانگشتی; بەت; تصغير; تصغیر; تىكتىك; جایگزین; درجہ; رابط; ربط; رتبة; رتبه; زبان; صفح;
    صفحة; صفحه; صفحہ; لغة; لغه; لنک; متبادل; مصغر; معدول; نوباي; وصلة; پیوند; کلاس; ܙܥܘܪܬܐ; ܦܐܬܐ; अंगूठा; अंगूठाकार;
    अङ्गुष्ठ; अङ्गुष्ठचित्रम्; अल्ट; इवलेसे; उन्नत; उभा; कड़ी; खड़ी; चित्रपरिसन्धिः; चित्रपाठ्यम्; चित्रपृष्ठम्;
    दुवा; पाठ; पान; पृष्ठ; भाषा; लघुचित्रम्; लघुत्तमचित्र; वर्ग; विकल्प; शीर्षदक्षिणतः; सङ्कुचितचित्र;
    सङ्कुचितचित्रम्; सम्बद्धं; ক্লাস; ডানদিকে উপরে; ডানেউপরে; থাম্ব; থাম্বনেইল; পাতা; পৃষ্ঠা; ভাষা; লিঙ্ক; সংযোগ;
    ଦେଖଣା; ନଖଦେଖଣା; ଲିଙ୍କ; കണ്ണി; താൾ; നേരേകുത്തനെ; പകരം; ഭാഷ; ലഘു; ലഘുചിത്രം; ശ്രേണി; ალტ; ბმული; გვერდი; მინი;
    მინიატიურა; តំណភ្ជាប់; តំនភ្ជាប់; ទំព័រ; រូបតូច; រូបភាពតូច; サムネイル; ページ; リンク; 代替文; 代替画像; 右上;
    替代; 替代文本; 类; 縮圖; 缩略图; 語言; 语言; 連結; 链接; 頁; 類別; 页数; 대체글; 링크; 문서; 섬네일; 썸네일;
    언어; 위오른쪽; 축소판; 클래스
    """
)
"""Names of settings of a picture that have a value: `alt=`, `link=`."""
PIXELS = _words(
    """
    bod; dp; nükte; p; pik; piks; piksel; piskel; pixelů; pk; px; ra; εσ; нүкте; п; пискел; пкс;
    փքս; פיקס; פיקסלים; بك; عن; عڪسلون; نۇكتە; پک; پکسل; پیکسل; پیکسڵ; अंश; अणवः; कणी; पक्ष; पिक्सेल; पिट; পিক্স;
    পিক্সেল; ପିକସେଲ; ബിന്ദു; පික්; პქ; ភស; ភីកសែល; ピクセル; 像素; 픽셀
    """
)
"""What stands behind a picture's width."""
SWITCHES = _words(
    """
    abschnitte nicht bearbeiten; alltidinnehållsförteckning; atawalmastirğizbaw; başlikdönüşümüyok;
    bemindəri̇cot; bez galerije; bez indeksa; bez izmena; bez izmjena; bez nove veze odeljka; bez sadržaja;
    bezeditovatčást; bezgalérie; bezlinkupřidatkomentář; bezpretvaranjasadržaja; bezsadržaja;
    bezuređivanjaodlomaka; böli̇di̇möndemew; böli̇möndetki̇zbew; bülemtözätüyuq; capdegalariá;
    categoríaoculta; catègorie cachiê; chỉ mục; chỉmục; cá; cágachuair; deği̇şti̇ryok; di̇zi̇n;
    di̇zi̇nyok; düzenlemeyok; ebdaindiċi; ebdaħolqasezzjoniġdida; endèxe; enlacecrearsección; estençino; et;
    fi; forciér la trâbla; forciér lo somèro; forseeronderwarpen; forsirajsadržaj; forsirani sadržaj;
    forsiranisadržaj; forzar tdc; forzaroíndice; forçarsomari; forçarsumário; forçartaula; forçartdc; forçartdm;
    forçataula; ft; galeri̇yok; galeri̇çino; galerîtune; gancá; ganmhírathrú; gantiontúnadteideal;
    gantiontúnanábhair; geen galerij; gi̇zli̇kat; gi̇zli̇kategori̇; greyésernamedénewi̇;
    greyésernamedénewi̇çino; gøymdkat; i; indiċi; ingeninnehållsförteckning; inhaltsverzeichnis erzwingen;
    inhoud dwingen; innehållsförteckning; inteindexera; io; i̇dy; i̇çeri̇kdönüşümüyok; i̇çi̇ndeki̇ler;
    i̇çi̇ndeki̇leryok; i̇çi̇ndeki̇lerzorunlu; jañaböli̇msi̇ltemesi̇; kategori̇yanimiti̇; katmoħbija;
    kaŝitakategorio; keenännernlink; kein index; kein inhaltsverzeichnis; kein jallerie; kein neuer abschnittslink;
    kein plus link; keine galerie; keine inhaltskonvertierung; keine titelkonvertierung; không album;
    không chuyển nội dung; không chuyển tên; không chỉ mục; không liên kết mục mới; không mục lục;
    không nút sửa mục; khôngalbum; khôngchuyểnnộidung; khôngchuyểntên; khôngchỉmục; khôngliênkếtmụcmới;
    khôngmụclục; khôngnútsửamục; kk; legyentartalomjegyzék; ligamseccionnovèla; ligazóndanovasección;
    ligaçãodenovaseção; lim de novèla sèccion; linkdenovaseção; linkpřidatkomentář; liên kết mục mới;
    liênkếtmụcmới; luôn mục lục; luônmụclục; løyndkat; mağlumatalmastirğizbaw; mağlumatintürlendi̇rgi̇zbew;
    mindəri̇cot; mündəri̇catyox; məcburi̇yə mindəri̇cot; mục lục; mụclục; nepomičnopreusmjeravanje;
    neuer abschnittslink; neupravovaťsekcie; ng; ni; nicht indexieren; nicht indizieren; nincsgaléria;
    nincsszerkesztés; nincstartalomjegyzék; nincsújszakaszhiv; nincsújszakaszlink; nion endèxe;
    nion lim de novèla sèccion; nion somèro; niona galerie; niona trâbla; no editar sección; nocc;
    noconvertirtítulo; noct; noeditarsección; nogalería; nova veza odeljka; nt; nyttavsnittlänk; nãoeditarseção;
    nãoindexar; pascapdedegalariá; pascapdeligamseccionnovèla; pascapdindèx; permanente weiterleitung; plus link;
    poziomzabezpieczeń; primorani sadržaj; primoranisadržaj; qoýmasiz; redireccióestatica; redirecciónestática;
    redirecionamentoestático; redirèccion imobila; rejtettkategória; sabi̇työnlendi̇rme; sadržaj; sb;
    secciónoeditable; secciónsnoneditables; semconverterconteúdo; semconvertertítulo; semeditarseção;
    semligaçãodenovaseção; semlinkdenovaseção; semsumário; sen convèrsion de contegnu; sen convèrsion de titro;
    sengalería; seníndice; sernamevurnayişçino; sersiqçinyo; sg; sin galería; sin tdc; sinenlacecrearsección;
    sisällysluettelo; skrytákat; skrytákategória; skrýtkat; somèro; statichetenayiş; staticképřesměrování;
    statikusátirányítás; statičkopreusmerenje; statičnopreusmjerenje; stati̇khetenayiş; stati̇kyönlendi̇rme;
    sumário; svç; sèccion que pôt pas étre changiê; t; taqiripatintürlendi̇rgi̇zbew; tartalomjegyzék;
    thể loại ẩn; thểloạiẩn; ti̇markerdişçino; tj; tp; trâbla; uključisadržaj; verbörgenkat; vershtoche saachjrupp;
    versteckte kategorie; verstoppt kategorie; vynútiťobsah; vždyobsah; wymuśspis; yeni̇başlikbağlantisi;
    yeni̇başlikbağlantisiyok; zerrevurnayişçino; zvç; állandóátirányítás; æнæгалерей; æнæсæр;
    æнæхайивынæй; índice; újszakaszhiv; újszakaszlink; đổi hướng nhất định; đổihướngnhấtđịnh;
    ħolqasezzjoniġdida; δεσμοσνεασενοτητας; ευρετηριο; κρυφηκατηγορια;
    μεπινακαπεριεχομενων; μεππ; πινακασπεριεχομενων; ππ;
    στατικηανακατευθυνση; χωρισεπεξενοτ;
    χωρισεπεξεργασιαενοτητων; χωρισευρετηριο;
    χωρισμετατροπηπεριχομενου; χωρισμετατροπητιτλου;
    χωρισπινακαπεριεχομενων; χωρισπινακοθηκη; χωρισππ; аабау;
    аатын уларыппакка; агӏо та ца еш; аиндекс; албан эге; амгы ай;
    амгы ай 1; амгы ай 2; атауалмастырғызбау; аңгылал арыннары;
    бац чул; бац чулацам; башласыз; башлыкюк; бе вироиши ҷузъӣ;
    бе индекс; бе нигорхона; бе пайванд ба қисмати нав;
    бе тағйири матн; бе тағйири сарлавҳа; бе феҳрист; без галереи;
    без галереї; без галерије; без галерэі; без змісту; без измена;
    без измјена; без индекса; без нове везе одељка; без огл;
    без оглавления; без перетворення заголовку;
    без перетворення тексту; без посилання на новий розділ;
    без преобразования заголовка; без преобразования текста;
    без редагув розділу; без редактиране на раздели;
    без редактирования раздела; без рэдагаваньня сэкцыі;
    без садржаја; без ссылки на новый раздел;
    без уредување на поднаслови; без індексу;
    безврскановподнаслов; безгалерия; безгалерија; безгалерије;
    безизмена; безизмјена; безиндекс; безиндекса; безиндексиране;
    безкн; безкс; безновевезеодељка; безпретворањенаслов;
    безпретворањесодржина; безсадржаја; безсодржина;
    безсъдържание; безцц; блг иһн; бо феҳрист;
    булгуччу иһинээҕилээх; бязь зьместу; бүлекүзгәртүюк;
    бөлідімөндемеу; бөлімөндеткізбеу; врскановподнаслов;
    връзка за нов раздел; галерея чок; галереята суох;
    галлереясыз; гурӯҳи пинҳон; допчу; жасырынсанат;
    жаңабөлімсілтемесі; зміст; зьмест; зьмест прымусам; индекс;
    индексиране; индекссыз; индекстээмэ; иһинээҕитэ;
    иһинээҕитэ суох; иһн; иһн суох; йац уче; йоза хийцар доцуш;
    йоцаш хьажорг оц керлачу декъан; кистэммит категория;
    къайлаха йолу категори; мабау; мазмұндатқызу; мазмұнсыз;
    мазмұны; матжоқ; мағлұматалмастырғызбау;
    мағлұматынтүрлендіргізбеу; меттигтерахь; меттигтерахь йоцаш;
    мзмн; мсыз; мқызу; не канвэртаваць назву;
    не канвэртаваць тэкст; нова веза одељка; новавезаодељка;
    обов зміст; обяз огл; обязательное оглавление; огл;
    оглавление; пайванд ба қисмати нав; посилання на новий розділ;
    приморани садржај; приморанисадржај; прихов кат;
    прихована категорія; равонаи статистикӣ; сæртæ; сæртимæ;
    садржај; сакривенакат; салааны уларыппакка; саҥа салааҕа сигэ;
    саҥа салааҕа сигэтэ суох; скриенакат; скриенакатегорија;
    скритакатегория; скрытая категория; содржина; сосодржина;
    спасылка на новую сэкцыю; ссылка на новый раздел;
    статистикин дӏасхьажорг; статическое перенаправление;
    статичкопреусмерење; статичне перенаправлення;
    статичнопренасочување; статычнае перанакіраваньне;
    схаваць катэгорыю; съдържание; съссъдържание; тlедуьл чул;
    тlедуьллу чулацамбар; татжоқ; тақырыпатынтүрлендіргізбеу;
    тиэкиһин уларыппакка; феҳрист; форсирани садржај;
    форсиранисадржај; халбаҥнаабат утаарыы; хийцар доцуш коьрте;
    хьажорг оц керлачу декъан; чажыт аңгылал; чул; чулацам;
    эге чок; эчтелек; індекс; қоймасыз; қсыз; үлег эдилгези чок;
    առանց բաժնի խմբագրման; առանց բով; առանց պարունակության փոփոխման; առանց սրահի; առանց վերնագրի փոփոխման; բով;
    հղում նոր բաժնի վրա; ստիպել բով; אינהאלט; באהאלטענע קאט; באהאלטענע קאטעגאריע; הפניה קבועה; חייב תוכן;
    חייב תוכן עניינים; יצירת הערה; לא לחיפוש; לחיפוש; ללא גלריה; ללא המרת כותרת; ללא המרת תוכן; ללא יצירת הערה;
    ללא עריכה; ללא תוכן; ללא תוכן עניינים; נישט רעדאקטירן; קטגוריה מוסתרת; קיין אינהאלט טאבעלע; קיין גאלעריע; תוכן;
    תוכן עניינים; ااباۋ; اتاۋالماستىرعىزباۋ; اتوقع تصنيف مش مستخدم; اشاریہ; اشاریہ نہیں; بافهرست; بافہرست; بخش‌جدید;
    بولىدىموندەمەۋ; بولىموندەتكىزبەۋ; بی‌بخش; بی‌برخې; بی‌فهرست; بی‌نمایه; بی‌نندارتونه; بی‌نيولک; بی‌نگارخانه;
    بی‌نگارخنه; بی‌پیوندبخش; بی‌پیوند‌بخش‌جدید; بې ليکلړ; تاتجوق; تاقىرىپاتىنتۇرلەندىرگىزبەۋ; تحويلة إستاتيكية;
    تحويلة ساكنة; تحويله إستاتيكيه; تحويله ساكنه; تصنيف مخفي; تغییرمسیرثابت; توقع تصنيف غير مستخدم; جاسىرىنسانات;
    جاڭابولىمسىلتەمەسى; ربط نیا قطعہ; ربط نیا قطعہ نہیں; رده‌پنهان; ساکن رجوع مکرر; عنوان‌تبدیل‌نشده; فهرس; فهرسة;
    فهرست; فہرست; فہرست نہیں; قسىز; قويماسىز; لا وصلة قسم جديد; لاتحريرقسم; لاتحويل عنوان; لاتحويل محتوى; لاتع;
    لاتم; لافهرس; لافهرسة; لامعرض; لصق فهرس; ليکلړ; لڪل زمرو; ماباۋ; ماتجوق; مازمۇنداتقىزۋ; مازمۇنسىز; مازمۇنى;
    ماعلۇماتالماستىرعىزباۋ; ماعلۇماتىنتۇرلەندىرگىزبەۋ; محتواتبدیل‌نشده; مزمن; مسىز; مقىزۋ; من غير تحريرقسم;
    من غير تحويل محتوى; من غير فهرس; من غير معرض; من غير وصلة قسم جديد; من غيرتحويل عنوان; منتقلی عنوان نہیں;
    منتقلی مواد نہیں; ناترمیم قطعہ; نافہرست; نمایه; نيوليک; نيوليکداره; نگارخانہ نہیں; وصلة قسم جديد; پوشیدہ زمرہ;
    پټه وېشنيزه; अननुक्रमणी; अनित्यपुनर्निदेशन; अनित्यपुनर्निर्देशनम्; अनुक्रम; अनुक्रम दिखाएँ; अनुक्रमणिका;
    अनुक्रमणिकानको; अनुक्रमणिकाहवीच; अनुक्रमणी; अनुक्रमणी दर्श्यताम्; अनुक्रमणीसचते; अनुक्रमीत; अनुभाग सम्पादन नहीं;
    अनुभागसम्पादनं नास्ति; अविचलपुर्ननिर्देश; असूचीबद्ध; क्रमीत; गैलरी नहीं; छिपी श्रेणी; छुपी श्रेणी;
    न लेखपरिवर्तनम्; न शीर्षकपरिवर्तितम्; नवविभागदुवा; नवीनविभागपरिसन्धिः; निगूहितवर्गः; नूतनविभागसम्बद्धं; नैलेप;
    नैवअनुक्रमणिका; नैवअनुक्रमणी; नैवलेखपरिवर्त; नैवशिर्षकपरिवर्त; नैवसंक्रमणका; नैवसम्पादनविभाग; नैवानुक्रमणी;
    नैशिप; प्रदर्शननको; बिना अनुक्रम; लुप्तवर्ग; वर्गलपवा; विनाअनुक्रमीत; विनाक्रमीत; विनानवविभागदुवा; विनामजकुरबदल;
    विनामब; विनाशीब; विनाशीर्षकबदल; विभागअसंपादनक्षम; विषय जोड़े कड़ी रहित; विषय जोड़ें कड़ी; विषय सूची;
    विषय सूची दिखाएँ; विषय सूची दिखायें; विषय सूची हीन; विषयसूची; विषयसूचीहीनः; वीथिकाहीनः; सूचीबद्ध;
    स्थिर अनुप्रेषण; स्थिर पुनर्प्रेषण; কোন গ্যালারি নয়; কোন গ্যালারী নয়; কোন নতুন অনুচ্ছেদের লিঙ্ক নয়;
    কোন নতুন অনুচ্ছেদের সংযোগ নয়; কোন নির্ঘণ্ট নয়; কোন বিষয়বস্তু রূপান্তরকারী নয়; কোন বিষয়বস্তুর ছক নয়;
    কোন বিষয়বস্তুর টেবিল নয়; কোন শিরোনাম রূপান্তরকারী নয়; কোন সম্পাদনা অনুচ্ছেদ নয়; কোনগ্যালারিনয়;
    কোনগ্যালারীনয়; কোননতুনঅনুচ্ছেদেরলিঙ্কনয়; কোননতুনঅনুচ্ছেদেরসংযোগনয়; কোননির্ঘণ্টনয়; কোনবিষয়বস্তুরছকনয়;
    কোনবিষয়বস্তুরটেবিলনয়; কোনবিষয়বস্তুরূপান্তরকারীনয়; কোনশিরোনামরূপান্তরকারীনয়; কোনসম্পাদনাঅনুচ্ছেদনয়;
    গোপন শ্ৰেণী; নতুন অনুচ্ছেদের লিঙ্ক; নতুন অনুচ্ছেদের সংযোগ; নতুনঅনুচ্ছেদেরলিঙ্ক; নতুনঅনুচ্ছেদেরসংযোগ; নির্ঘণ্ট;
    নির্ঘণ্টনয়; বিষয়বস্তুর ছক; বিষয়বস্তুর টেবিল; বিষয়বস্তুরছক; বিষয়বস্তুরটেবিল; লুকানো বিষয়শ্রেণী;
    লুকানোবিষয়শ্রেণী; লুকায়িতবিষয়শ্রেণী; লুক্কায়িত বিষয়শ্রেণী; লুক্কায়িতবিষয়শ্রেণী; সূচী; স্থির পুনর্নির্দেশ;
    স্থিরপুনর্নির্দেশ; ନୂଆ ବିଭାଗ ନକରିବା ଲିଙ୍କ; ନୂଆବିଭାଗଲିଙ୍କ; ବଦଳା ନହେବାଶ୍ରେଣୀ; ଲୁଚିଥିବାବିଭାଗ; విషయసూచిక;
    విషయసూచికవద్దు; ഉള്ളടക്കം; ഉള്ളടക്കംഇടുക; ഉള്ളടക്കംമാറ്റേണ്ട; ഉള്ളടക്കംവേണ്ട; ചിത്രസഞ്ചയംവേണ്ട;
    തലക്കെട്ട്മാറ്റേണ്ട; പുതിയഖണ്ഡിക്കണ്ണി; പുതിയഖണ്ഡിക്കണ്ണിവേണ്ട; പുതിയവിഭാഗംകണ്ണി; പുതിയവിഭാഗംകണ്ണിവേണ്ട;
    മറഞ്ഞിരിക്കുംവർഗ്ഗം; സംശോധിക്കേണ്ട; സൂചിക; സൂചികവേണ്ട; സ്ഥിരസ്ഥിതതിരിച്ചുവിടൽ; ไม่มีสารบัญ; ไม่มีแกลเลอรี่;
    ไม่มีแก้เฉพาะส่วน; უგალერეო; កុំបង្ហាញមាតិកា; គ្មានបញ្ជីអត្ថបទ; គ្មានមាតិកា; ចំណាត់ថ្នាក់ក្រុមមិនបានបង្ហាញ;
    តំណភ្ជាប់ផ្នែកថ្មី; តំនភ្ជាប់ផ្នែកថ្មី; បង្ខំបញ្ជីអត្ថបទ; បង្ខំមាតិកា; បង្ខំអោយបង្ហាញមាតិកា; បញ្ជីអត្ថបទ;
    ផ្នែកមិនត្រូវកែប្រែ; មាតិកា; មិនមានផ្នែកកែប្រែ; មិនមានលិបិក្រម; លាក់បញ្ជីអត្ថបទ; លាក់ផ្នែកកែប្រែ; លាក់មាតិកា;
    លាក់វិចិត្រសាល; លិបិក្រម; ស្ថិតិទំព័របញ្ជូនបន្ត; インデックス; インデックス拒否; カテゴリ非表示; カテ非表示;
    ギャラリー非表示; セクション編集非表示; タイトルコンバート拒否; タイトル変換無効; タイトル非表示; 不轉換內容;
    不轉換標題; 不转换内容; 不转换标题; 二重転送修正無効; 二重転送解消無効; 内容変換抑制; 内容変換無効; 強制目錄;
    强显目录; 新しいセクションリンク; 新しいセクションリンク非表示; 新しい節リンク; 新しい節リンク非表示;
    新セクションリンク; 新セクションリンク非表示; 新段落链接; 无图库; 无新段落链接; 无段落编辑; 无目录; 无索引;
    无编辑段落; 無圖庫; 無段落編輯; 無目錄; 目录; 目次; 目次強制; 目次非表示; 目錄; 節編集非表示; 索引; 隐藏分类;
    隠しカテゴリ; 隱藏分類; 静态重定向; 静的転送; 靜態重新導向; 非表示カテ; 갤러리숨김; 내변안함; 내변없음;
    내용변환안함; 내용변환없음; 넘겨주기고정; 단락편집숨김; 목차; 목차보임; 목차숨김; 목차표시; 문단편집숨김;
    부분편집숨김; 새글쓰기; 새글쓰기숨기기; 새문단쓰기; 새문단쓰기숨기기; 색인; 색인거부; 색인안함; 숨은분류;
    제목변환안함; 제목변환없음; 제변안함; 제변없음; 화랑숨김
    """
)
"""Behaviour switches but those in capitals of ASCII, without the underscores around them."""
SORT_KEYS = _words(
    """
    aakkostus; alc'hwezdibab; allinchay; categoriesortareimplicita; cheiesortareimplicita; claudetriada;
    clavedeordenpredeterminado; cledetri; clefdetri; cllâf de tri; defaultcategorysort; defaultkategorijisortja;
    defaultsort; defaultsortja; defaultsortjaċavetta; defaultsortkey; defauxltordigo; defaŭltordigo;
    domyślniesortuj; glavniraspored; järjesta; kategori̇yaratnayişohesbnayiş; klíčřazení; kulcs; oletusaakkostus;
    ordempadrao; ordempadrão; ordena; ordenacaopadrao; ordenar; ordenaçãopadrão; ordendecategoriapredeterminado;
    ordendecategoríapredeterminado; ordenpredeterminado; podrazmevanosortiranjekategorije;
    podrazumevaniključzasortiranje; podrazumevanosortiranje; ratnayişohesbnayiş; rendezés; siqinchay;
    sirmeyratnayişohesbnayiş; sortareimplicita; sorteringsnykel; sorteringsnøkkel; sortierung; sortuj;
    standaardsortering; standardsortering; ubur; urutanbaku; varsayilankategori̇sirala; varsayilansirala;
    varsayilansiralamaanahtari; xếp mặc định; xếpmặcđịnh; ädepki̇sanatsuriptaw; ädepki̇surip; ädepki̇suriptaw;
    ädepki̇suriptawki̇lti̇; κλειδιπροκαθορισμενησταξινομησης;
    προκαθορισμενηταξινομηση;
    προκαθορισμενηταξινομησηκατηγοριας; προκταξ;
    анаан этиллибэтэҕинэ нардааһын; догlа листаран; калиди тартиб;
    ключ сартыроўкі па змоўчваньні; ключ сортировки;
    листар цахьехор; наардааһын күлүүһэ; основноподредување;
    подразумеваникључзасортирање; подразумеваносортирање;
    подразумеваносортирањекатегорије; сартыроўка па змоўчваньні;
    сартыроўка ў катэгорыі па змоўчваньні; сортировка по умолчанию;
    сорткат; стандартне сортування: ключ сортування;
    тартиб ба таври пешфарз; әдепкісанатсұрыптау; әдепкісұрып;
    әдепкісұрыптау; әдепкісұрыптаукілті; լռությամբ դասավորում՝; גרונטסארטיר; מיון רגיל;
    ابتدائی ترتیب; ابتدائی ترتیب زمرہ; ادەپكىساناتسۇرىپتاۋ; ادەپكىسۇرىپ; ادەپكىسۇرىپتاۋ; ادەپكىسۇرىپتاۋكىلتى;
    ترتيب افتراضى; ترتيب افتراضي; ترتيب تصنيف افتراضى; ترتيب تصنيف افتراضي; ترتيب تصنيف قياسى; ترتيب تصنيف قياسي;
    ترتيب غيابي; ترتيب قياسى; ترتيب قياسي; ترتیب; ترتیب پیش فرض; ترتیب‌پیش‌فرض; مفتاح ترتيب افتراضى;
    مفتاح ترتيب افتراضي; مفتاح ترتيب قياسى; مفتاح ترتيب قياسي; کلید ابتدائی ترتیب; अविचलवर्ग; अविचलवर्गकळ;
    अविचलवर्गवर्गीकरण; मूल सॉर्ट; পূর্বনির্ধারিত বাছাই; পূর্বনির্ধারিতবাছাই; സ്വതേയുള്ളക്രമപ്പെടുത്തൽ;
    സ്വതേയുള്ളക്രമപ്പെടുത്തൽചാവി; സ്വതേയുള്ളവർഗ്ഗക്രമപ്പെടുത്തൽ; デフォルトカテゴリソート; デフォルトソート;
    デフォルトソートキー; デフォルトソート：; 默认分类排序; 默认排序; 默认排序关键字; 기본정렬
    """
)
"""Names of the variable that sets the key a page is sorted by: `DEFAULTSORT`."""
TITLES = _words(
    """
    affichertitre; afichartítol; amosarotítulo; aratatitlu; aseholohateny; başlikgöster; cím; diskwedhesantitel;
    displaytitle; exibetitulo; exibetítulo; fâre vêre lo titro; judultampilan; jutam; köri̇neti̇ntaqiriapati;
    körseti̇leti̇nataw; megjelenítendőcím; montrutitolon; mostrarotítulo; mostrartitulo; mostrartítulo;
    mostratitolo; naslovzaprikaz; naziv prikaza; nazivprikaza; näkyväotsikko; pealkiri; pokazinaslov; pokažinaslov;
    seitentitel; sernami̇basni; sutitarikuchiy; sytetitel; sýnatitil; teuntitel; titol; toontitel; tên hiển thị;
    tênhiểnthị; títol; urititlu; vertoontitel; visatitel; vistittel; weergegeventitel; wyświetlanytytuł;
    ziíshí; zobrazovanýnadpis; δειξετιτλο; προβολητιτλου; аатын көрдөр;
    гайта коьртамогl; көрсетілетінатау; көрінетінтақырыапаты;
    назив приказа; називприказа; намоиши сарлавҳа;
    невтемс конякс; паказваць назву; показати заголовок;
    показать заголовок; показв заглавие; прикажинаслов;
    ցույց տալ վերնագիրը; ווייזן קעפל; כותרת תצוגה; عرض العنوان; عنوان ظاهری; عنوان‌ظاهری; كورسەتىلەتىناتاۋ;
    نمائش عنوان; उपाधिदर्शन; दृश्य शीर्षक; दृश्यशीर्षकम्; प्रदर्शनशीर्षक; शीर्षकदाखवा; প্রদর্শনের শিরোনাম;
    প্রদর্শনেরশিরোনাম; প্রদর্শিত শিরোনাম; প্রদর্শিতশিরোনাম; ଦେଖଣାନାଆଁ; തലക്കെട്ട്പ്രദർശിപ്പിക്കുക;
    ശീർഷകംപ്രദർശിപ്പിക്കുക; បង្ហាញចំណងជើង; បង្ហាញចំនងជើង; 显示标题; 表示タイトル; 顯示標題; 보일제목; 표시제목
    """
)
"""Names of the variable that sets the title a page shows: `DISPLAYTITLE`."""
NUMBERS = _words(
    """
    arvuvormindus; babetnayiş; bi̇çi̇mnum; fformatiorhif; forang; format nombro; formatangka; formateranum;
    formateratal; formatnombre; formatnr; formatnum; formatonumero; formatonúmero; formattal; formatteernum;
    formátujčíslo; formázottszám; muotoileluku; numerickiformat; numeričkiformat; numformatteren; oblikbroja;
    phân chia số; phânchiasố; sanpi̇şi̇mi̇; számform; számformázás; yupayrikchakuy; zahlenformat;
    zueleformat; μορφοποιησηαριθμου; санпішімі; терахьан барамхlоттор;
    фарматаваць лік; форматброј; формати рақам;
    форматировать число; форматувати число;
    чыыһыланы формааттаа; ձեվել թիվը; עיצוב מספר; آرایش عدد; آرایش‌عدد; سانپىشىمى; صيغة رقم;
    صیغہ عدد; क्रमपद्धती; प्रारूपसङ्ख्या; रचनासंख्या; संख्या रूप; নম্বর বিন্যাস; নম্বরবিন্যাস; ദശാംശഘടന; സംഖ്യാഘടന;
    数整形; 格式化数字; 수형식
    """
)
"""Names of the function that writes a number with separators: `formatnum`."""
