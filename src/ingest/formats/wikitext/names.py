"""Names in wikitext, by language: namespaces, and what the known templates are for.

Source of the namespaces: see `localised`. Source of the template
names: the template documentation of the English, German, French, Spanish and other large Wikipedias. All names are in
lower case with blanks for underscores.
"""

from __future__ import annotations

import unicodedata

from ingest.formats.wikitext import localised


def listed(text: str) -> tuple[str, ...]:
    """The names of a list with semicolons or line ends between them."""
    return tuple(one.strip() for one in text.replace("\n", ";").split(";") if one.strip())


def words(text: str) -> tuple[str, ...]:
    """The words of a list with blanks between them."""
    return tuple(text.split())


def _words(text: str) -> frozenset[str]:
    return frozenset(listed(text))


def namespace(prefix: str) -> str:
    """What stands in front of a link's colon, as the names of namespaces are written here."""
    return unicodedata.normalize("NFC", " ".join(prefix.replace("_", " ").split()).lower())


FILES = localised.FILES | {"file", "image", "media", "skrá"}
CATEGORIES = localised.CATEGORIES | {"category", "категорыя"}
PROJECT = _words(
    """project; wp; wikipedia; wikipédia; wikipedie; wikipédie; vikipedi; vikipedio; vikipeedia; википедия; вікіпедія;
    википедија; wikipedija; viquipèdia; biquipedia; galipedia; βικιπαίδεια; ויקיפדיה; ويكيبيديا; ویکی‌پدیا; 维基百科;
    維基百科; 위키백과; विकिपीडिया; วิกิพีเดีย; help; hilfe; aide; ayuda; ajuda; aiuto; pomoc; hjälp; справка"""
)
"""The namespaces of the project itself and of its help, to which the notes of editors lead."""
INTERWIKI = _words(
    """als; ang; arc; arz; ast; azb; bar; bat-smg; be-tarask; be-x-old; bcl; bpy; bxr; cbk-zam; ceb; chr; ckb; crh; csb;
    diq; dsb; eml; ext; fiu-vro; frp; frr; fur; gan; gag; glk; got; hak; haw; hif; hsb; ilo; jbo; kaa; kab; kbd; koi;
    krc; ksh; lad; lbe; lez; lij; lmo; ltg; mai; map-bms; mdf; mhr; min; mrj; myv; mwl; mzn; nah; nap; nds; nds-nl;
    new; nov; nrm; nso; olo; pag; pam; pap; pcd; pdc; pfl; pih; pms; pnb; pnt; rmy; roa-rup; roa-tara; rue; sah; scn;
    sco; sgs; simple; srn; stq; szl; tcy; tet; tpi; tum; tyv; udm; vec; vep; vls; vro; war; wuu; xal; xmf; yue; zea;
    zh-classical; zh-min-nan; zh-yue"""
)

REFERENCES = _words(
    """r; ref; refn; efn; efn-ua; efn-lr; efn-la; note; note label; ref label; sfn; sfnp; sfnm; sfnmp; sfnref;
    sfrac ref; harv; harvnb; harvp; harvtxt; harvcol; harvcolnb; harvcoltxt; harvs; rp; citeref; notelist;
    notelist-ua; notelist-lr; notetag; notefoot; notes; reflist; references; refbegin; refend; reference list;
    listaref; fn; fnz; fnbox; einzelnachweise; références; reférences; sources; références nombreuses;
    notes et références; références harvard; fotnoteliste; referanser; reflista; viitteet; referencias; refs;
    reflist2; примечания; сноски; sfn2; cnote; cnote2; cnote2 begin; cnote2 end; shortened footnote; référence;
    refn2; przypisy; referenties; dipnotlar; przypis; références bibliographiques; note de bas de page;
    #tag:ref; isbn ref; r/ref; clear note; efn/note"""
)
CITATIONS = (
    *(
        "cite-",
        "citation/",
        "lien web",
        "ouvrage",
        "article",
        "chapitre",
        "ref-",
        "cite ",
        "cita ",
        "citar ",
        "citace ",
    ),
    *("citat ", "citeer ", "citiranje ", "cytuj ", "chú thích ", "kilde ", "استشهاد ", "مرجع ", "یادکرد", "حوالہ "),
)
CITED = _words(
    """citation; cite; citeweb; internetquelle; literatur; web archive; cytuj; cytuj stronę; cytuj książkę; obra citada;
    lien web; ouvrage; article; article encyclopédique; chapitre; citation bloc ref; книга; статья; kilde bok;
    kilde www; kilde avis; bokref; webbref; tidningsref; verkkoviite; kirjaviite; lehtiviite; bib iso; rfc;
    cita libro; cita web; cita news; citar livro; citar web; 웹 인용; cite isbn; wikicite; who's who; odnb; dnb;
    citlib; netiviide; raamatuviide; tīmekļa atsauce; grāmatas atsauce; erreferentzia; web kaynağı; kitap kaynağı;
    haber kaynağı; dergi kaynağı; 서적 인용; 뉴스 인용; 저널 인용; ওয়েব উদ্ধৃতি; বই উদ্ধৃতি; catholic; eb1911;
    1911; cite eb1911; geoquelle; der spiegel; google books; bookhopper; vcite journal; vcite book;
    vcite web"""
)
MAINTENANCE = _words(
    """webarchive; wayback;
    citation needed; cn; fact; facts; citationneeded; citation needed span; when; who; whom; by whom; which; what;
    where; why; how; according to whom; like whom; weasel inline; weasel-inline; clarify; clarification needed;
    vague; dubious; dubious-inline; disputed inline; failed verification; verification failed; verify source;
    verify credibility; verification needed; need quotation; to verify; request quotation; page needed; pn;
    page number needed; year needed; date missing; better source; needed; unreliable source?; self-published inline;
    self-published source; primary source inline; primary source-inline; third-party inline; full; dead link;
    deadlink; dead; broken link; cbignore; update inline; update after; as of?; update; needs update; not;
    in citation; not in source; nic; or; original research inline; synthesis inline; syn; undue weight inline;
    pov-inline; pov; statement; peacock term; peacock inline; peacock-inline; opinion; neologism inline; tone inline;
    inconsistent; inconsistent citations; contradict-inline; contradiction inline; citation style; jargon inline;
    definition needed; expand section; expand list; expand; refimprove; more; citations needed; unreferenced;
    unreferenced section; refimprove section; blp sources; blp unsourced; blp unsourced section; original research;
    tone; advert; copy edit; copyedit; cleanup; cleanup rewrite; wikify; orphan; notability; multiple issues;
    article issues; underlinked; lead too short; lead too long; lead missing; trivia; in popular culture;
    too many links; external links; linkrot; link rot; cleanup-bare urls; bare urls; no footnotes; more footnotes;
    more footnotes needed; one source; primary sources; coi; globalize; over-quotation; very long; essay-like;
    unbalanced; disputed; current; current related; recentism; hoax; proposed deletion; prod; afd;
    under construction; in use; inuse; merge; merge to; merge from; mergefrom; mergeto; split; move portions;
    confusing; incomprehensible; incomplete; incomplete list; dynamic list; cleanup section; fansite; in-universe;
    plot; long plot; all plot; buzzword; context; technical; überarbeiten; belege; belege fehlen; quelle; lückenhaft;
    veraltet; unverständlich; neutralität; bearbeiten; nur liste; beleg; baustelle; référence nécessaire?; refnec;
    référence souhaitée; à sourcer; source?; ébauche; à recycler; à vérifier; pertinence; quand; qui; lequel;
    cita requerida; demostrar; referencias adicionales; sin referencias; citation?; fuente; cita requerida2; {{cn}};
    senza fonte; brak źródła; cyt; bron?; referentie; tr; källa behövs; kilde mangler; trenger referanse; нет аа;
    нет источника; источник?; кто; когда?; где?; уточнить; citation requise; passage non neutre;
    passage promotionnel; section vide; importance section; importance-inline; importance inline; attribution;
    non-primary source needed; medrs; medical citation needed; additional citation needed;
    excessive citations inline; undue-inline; relevance; inline; importance?; off-topic-inline;
    chronology citation needed; specify; example needed; examples; elucidate; explain; clarify timeframe; time;
    title missing; author missing; volume needed; isbn missing; isbn needed; psc; sps; irrelevant citation;
    verify spelling; check quotation; quote without source; incomplete short citation; cite quote; cite check; sic?;
    lopsided; speculation inline; buzz inline; awkward; ambiguous; discuss; fix"""
)
SETTINGS = _words(
    """use dmy dates; use mdy dates; use ymd dates; use british english; use american english; use australian english;
    use indian english; use canadian english; use hiberno-english; use irish english; use oxford spelling;
    use south african english; use new zealand english; engvarb; use pakistani english; use jamaican english;
    use nigerian english; use list-defined references; use shortened footnotes; good article; featured article;
    featured list; lesenswert; exzellent; informativ; pp; pp-protected; pp-semi; pp-move; pp-move-indef;
    pp-vandalism; pp-pc1; pp-semi-indef; pp-30-500; bots; nobots; italic title; italictitle; displaytitle;
    defaultsort; lowercase; lowercase title; correct title; coord missing; coordinates missing; short description;
    cs1 config; toc limit; toclimit; toc right; tocright; toc left; tocleft; toc; compact toc; horizontal toc; clear;
    clear left; clear right; clr; -; clearleft; clearright; br; break; stack; stack begin; stack end; stackbegin;
    stackend; fix bunching; image stack; col-begin; col-end; col-break; col-2; col-3; col-4; col-1-of-2; col begin;
    col break; col end; colbegin; colend; div col; div col end; columns-start; columns-end; column; column end;
    end div col; multicol; multicol-break; multicol-end; multi-column-start; multi-column-end; mehrere spalten; top;
    mid; bottom; end; gutter; s-note; title; authority control; normdaten; bases; autorité; control de autoridades;
    autorität; normdata; personendaten; metadaten; sortierung; wikidata; persondata; lifetime; article de qualité;
    bon article; featured article candidate; lien ba; lien adq; link ga; link fa; featured portal; anchor; anchors;
    anker; ancre; shortcut; wp shortcut; noitalic title; dablink; pad; hide in print; only in print; nocat;
    cite check; geogroup; kml; attached kml; geogrouptemplate; gesprochene version; spoken wikipedia; spoken; listen;
    audio link; bibliothekslink; vaasa; startplainlist; endplainlist; plainlist/begin; endflatlist; flatlist/end;
    startflatlist; plainlistend; flatlistend; refstart; semiprotected; doc; sandbox other; template other;
    main other; r from move; redr; redirect category shell; use harvard referencing; refimprove2; good topic;
    cleanup-lang; sp; clade end; interprojekt; commonscat-inline; gadm; dpurl; tlx;
    #invoke:check for unknown parameters; noteta; link language; taxonbar; subject bar; improve categories;
    uncategorized; cat improve; module rating; peacock"""
)
HATNOTES = _words(
    """main; main article; main articles; mainarticle; details; see; see also; seealso; also; further;
    further information; furtherinfo; more; about; for; for2; for-multi; for timeline; redirect; redirect2;
    redirect-multi; redirect-distinguish; redirect-synonym; distinguish; distinguish2; dist; confused; other uses;
    otheruses; other uses2; otheruses4; other people; other people2; other places; other; persons; other hurricanes;
    other ships; two other uses; this; hatnote; rellink; disambiguation; disambig; dab; geodis; hndis; surname;
    given name; similar names; similar; short pages monitor; selfref; self reference; technical reasons;
    correct title; for the; family name hatnote; spanish name; portuguese name; chinese name; korean name;
    japanese name; vietnamese name; eastern slavic name; russian name; hungarian name; icelandic name;
    patronymic name; malay name; burmese name; indian name; philippine name; family name; dutch name; catalan name;
    arabic name; lookfrom; look from; intitle; in title; also known as; main list; broader; subcat; cat main;
    catmain; category see also; see wiktionary; hauptartikel; siehe auch; begriffsklärungshinweis;
    weiterleitungshinweis; dieser artikel; begriffsklärung; article détaillé; article principal; articles détaillés;
    voir; voir aussi; homonymie; voir homonymes; à ne pas confondre; autres projets; redirection; confusion;
    patronyme; artículo principal; ap; véase también; otros usos; véase; desambiguación; distíngase; redirige aquí;
    vedi anche; vedi; torna a; nota disambigua; disambigua; artigo principal; vt; ver também; ver desambiguação;
    osobny artykuł; main art; główny artykuł; zobacz też; inne znaczenia; основная статья; см. также; значения;
    перенаправление; hoofdartikel; zie ook; zie artikel; huvudartikel; seäven; olika betydelser; hovedartikkel;
    utdypende; hovedartikel; uddybende; pääartikkeli; katso myös; täsmennyssivu; подробнее; hlavní článek; viz též;
    rozcestník; fő; lásd még; ana; ayrıca bakınız; 本文; メイン; see2; main2; voir section; voir article; wikt; sister;
    unknown hatnote; more information; elucidate; transclude; excerpt; labeled section transclusion; #section; #lst;
    #lsth; interlanguage link copy"""
)
NAVIGATION = _words(
    """portal; portal bar; portal-inline; portail; portal|; commons; commons category; commonscat; commons cat;
    commons and category; commons category-inline; commons-inline; commons category multi; wikiquote;
    wikiquote-inline; wikisource; wikisource author; wikisource-inline; wikisourcelang; wiktionary; wiktionary pipe;
    wikinews; wikinews category; wikibooks; wikiversity; wikispecies; wikivoyage; wikimedia; sister project links;
    sister project; sister project-inline; sisterlinks; subject bar; autres projets; wikimedia commons;
    schwesterprojekte; navbox; navboxes; navbox musical artist; navboxes bottom; navboxes top; naviblock;
    navigationsleiste; navileiste; succession box; s-start; s-end; s-bef; s-ttl; s-aft; s-off; s-par; s-mil; s-hon;
    s-prec; s-reg; s-roy; s-sports; s-ach; s-media; s-new; s-gov; s-ppo; s-legal; s-dip; s-edu; s-rel; s-culture;
    s-bus; s-vac; s-inc; s-non; start box; end box; startbox; endbox; succession; folgenleiste; boîte déroulante;
    palette; sucesión; legislature navigation; adjacent stations; s-line; s-rail; s-text; rail line; chronology;
    start; end; footer; related articles; books-inline; library resources box; wikipedia books; wikipedia-books;
    book; books; multiple image; multiple images; image frame; gallery; css image crop; superimpose; annotated image;
    location map; location map+; location map~; location map many; overlay; external media; external image;
    external video; external audio; audio; audio file; ogg; listen; chess notation; chess diagram;
    chess diagram small; chess position; chart top; chart; chart bottom; chart/start; chart/end; family tree;
    familytree; familytree/start; familytree/end; tree chart; tree chart/start; tree chart/end; tree list/end;
    ahnentafel; ahnentafel-compact5; clade; cladogram; timeline; include timeline; graphical timeline;
    superleague map; maplink; mapframe; bar box; bar percent; brackets; round16; stdbracket; 8teambracket;
    4teambracket; 16teambracket; 32teambracket; historical populations; weather box; climate chart;
    us census population; wide image; panorama; panorama simple; tall image; infobox mapframe; side box; sidebar;
    sidebar with collapsible lists; campaignbox; quality; skin; hr; stub; spire; stubbe; ébauche; esbozo; bozza;
    заготовка; stubb; tynkä; beginnetje; zalążek; wikistub; taxobar; good articles; toplinks; expand language;
    expand spanish; expand german; expand french; expand russian; expand japanese; expand italian; not moved"""
)

FUNCTIONS = _words(
    """defaultsort; sortierung; cledetri; ordenar; ordina; defaultsortkey; defaultcategorysort; standardsortering;
    sortuj;
    standaardsortering; aakkostus; lower; int; #tag; #if; #ifeq; #ifexpr; #switch; #expr; #time; #invoke; #ifexist;
    #related; #coordinates; #lst; #section"""
)

INFOBOXES = (
    "infobox",
    "infoboks",
    "ficha de",
    "ficha ",
    "info/",
    "taxobox",
    "automatic taxobox",
    "speciesbox",
    "subspeciesbox",
    "chembox",
    "drugbox",
    "geobox",
    "karta ",
    "карточка",
    "infocaseta",
    "infokutija",
    "infokast",
    "tietolaatikko",
    "infotaula",
    "信息框",
    "基础信息",
    "inligtingskas",
    "faktamall",
    "jewish infobox",
    "virusbox",
    "mycomorphbox",
    "starbox",
    "planetbox",
    "protected area",
    "картка",
    "bilgi kutusu",
    "thông tin",
    "infolodka",
    "infopolje",
    "sinottico",
    "personboks",
    "wikidata infobox",
    "infobocs",
    "info-boks",
    "album infobox",
    "language infobox",
    "taxonomia",
    "taxobox ",
    "ngôi sao",
    "inforuta",
    "geinfobox",
    "기업 정보",
    "인물 정보",
    "기초자료",
)
"""How the names of templates begin that make the box beside an article."""

MONTHS = words("January February March April May June July August September October November December")

COUNTRIES: dict[str, str] = {}
"""Country codes (ISO 3166 alpha-3, IOC and FIFA) and the English names that flag templates show for them."""
_COUNTRIES = """
    AFG Afghanistan; ALB Albania; ALG DZA Algeria; AND Andorra; ANG AGO Angola; ATG ANT Antigua and Barbuda;
    ARG Argentina; ARM Armenia; AUS Australia; AUT Austria; AZE Azerbaijan; BAH BHS Bahamas; BHR BRN Bahrain;
    BAN BGD Bangladesh; BAR BRB Barbados; BLR Belarus; BEL Belgium; BIZ BLZ Belize; BEN Benin; BER BMU Bermuda;
    BHU BTN Bhutan; BOL Bolivia; BIH Bosnia and Herzegovina; BOT BWA Botswana; BRA Brazil; BRU Brunei;
    BUL BGR Bulgaria; BUR BFA Burkina Faso; BDI Burundi; CAM KHM Cambodia; CMR Cameroon; CAN Canada; CPV Cape Verde;
    CAF CTA Central African Republic; CHA TCD Chad; CHI CHL Chile; CHN PRC China; TPE Chinese Taipei; COL Colombia;
    COM Comoros; CGO COG Congo; COD DR Congo; COK Cook Islands; CRC CRI Costa Rica; CRO HRV Croatia; CUB Cuba;
    CYP Cyprus; CZE Czech Republic; DEN DNK Denmark; DJI Djibouti; DMA Dominica; DOM Dominican Republic; ECU Ecuador;
    EGY Egypt; ESA SLV El Salvador; ENG England; GEQ GNQ Equatorial Guinea; ERI Eritrea; EST Estonia; ETH Ethiopia;
    FRO FAR Faroe Islands; FIJ FJI Fiji; FIN Finland; FRA France; GAB Gabon; GAM GMB Gambia; GEO Georgia;
    GER DEU Germany; FRG West Germany; GDR East Germany; GHA Ghana; GIB Gibraltar; GRE GRC Greece; GRN GRD Grenada;
    GUM Guam; GUA GTM Guatemala; GUI GIN Guinea; GBS GNB Guinea-Bissau; GUY Guyana; HAI HTI Haiti; HON HND Honduras;
    HKG Hong Kong; HUN Hungary; ISL Iceland; IND India; INA IDN Indonesia; IRN IRI Iran; IRQ Iraq; IRL Ireland;
    ISR Israel; ITA Italy; CIV Ivory Coast; JAM Jamaica; JPN Japan; JOR Jordan; KAZ Kazakhstan; KEN Kenya;
    KIR Kiribati; KOS XKX Kosovo; KUW KWT Kuwait; KGZ Kyrgyzstan; LAO Laos; LAT LVA Latvia; LBN LIB Lebanon;
    LES LSO Lesotho; LBR Liberia; LBA LBY Libya; LIE Liechtenstein; LTU Lithuania; LUX Luxembourg; MAC Macau;
    MKD North Macedonia; MAD MDG Madagascar; MAW MWI Malawi; MAS MYS Malaysia; MDV Maldives; MLI Mali; MLT Malta;
    MTN MRT Mauritania; MRI MUS Mauritius; MEX Mexico; FSM Micronesia; MDA Moldova; MON MCO Monaco; MGL MNG Mongolia;
    MNE Montenegro; MAR Morocco; MOZ Mozambique; MYA MMR Myanmar; NAM Namibia; NRU Nauru; NEP NPL Nepal;
    NED NLD Netherlands; NZL New Zealand; NCA NIC Nicaragua; NIG NER Niger; NGR NGA Nigeria; PRK North Korea;
    NIR Northern Ireland; NOR Norway; OMA OMN Oman; PAK Pakistan; PLE PSE Palestine; PLW Palau; PAN Panama;
    PNG Papua New Guinea; PAR PRY Paraguay; PER Peru; PHI PHL Philippines; POL Poland; POR PRT Portugal;
    PUR PRI Puerto Rico; QAT Qatar; ROU ROM Romania; RUS Russia; RWA Rwanda; SKN Saint Kitts and Nevis;
    LCA Saint Lucia; VIN VCT Saint Vincent and the Grenadines; SAM WSM Samoa; SMR San Marino; KSA SAU Saudi Arabia;
    SCO Scotland; SEN Senegal; SRB Serbia; SCG Serbia and Montenegro; SEY SYC Seychelles; SLE Sierra Leone;
    SIN SGP SGP Singapore; SVK Slovakia; SLO SVN Slovenia; SOL SLB Solomon Islands; SOM Somalia;
    RSA ZAF South Africa; KOR South Korea; SSD South Sudan; URS SUN Soviet Union; ESP Spain; SRI LKA Sri Lanka;
    SUD SDN Sudan; SUR Suriname; SWZ Eswatini; SWE Sweden; SUI CHE Switzerland; SYR Syria; TAH Tahiti;
    TWN ROC Taiwan; TJK Tajikistan; TAN TZA Tanzania; TCH Czechoslovakia; THA Thailand; TLS Timor-Leste;
    TOG TGO Togo; TGA TON Tonga; TRI TTO TRI Trinidad and Tobago; TUN Tunisia; TUR Turkey; TKM Turkmenistan;
    TUV Tuvalu; UGA Uganda; UKR Ukraine; UAE ARE United Arab Emirates; GBR GBR United Kingdom; UK United Kingdom;
    USA United States; US United States; URU URY Uruguay; UZB Uzbekistan; VAN VUT Vanuatu; VAT Vatican City;
    VEN Venezuela; VIE VNM Vietnam; WAL Wales; YEM Yemen; YUG Yugoslavia; ZAM ZMB Zambia; ZIM ZWE Zimbabwe;
    EU European Union; BIRI British and Irish Lions
"""
for _line in _COUNTRIES.replace("\n", " ").split(";"):
    _parts = _line.split()
    _codes = [one for one in _parts if one.isupper() and len(one) > 1 and one != "DR"]
    COUNTRIES.update((one, " ".join(_parts[len(_codes) :])) for one in _codes)
