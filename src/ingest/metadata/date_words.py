"""What is written around the numbers of a date in many languages: months, days of the week, labels, eras, digits.

Names are those of the Unicode CLDR for the languages listed, in the forms that stand in dates (genitive where a language
has one), and their usual abbreviations.
"""

from __future__ import annotations

import re
import unicodedata

from ingest.late import late

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "en-short": "jan feb mar apr may jun jul aug sep oct nov dec",
    "en-other": "_ _ _ _ _ _ _ _ sept _ _ _",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "de-at": "jänner feber _ _ _ _ _ _ _ _ _ _",
    "de-short": "_ _ mrz _ _ _ _ _ _ okt _ dez",
    "de-other": "_ _ maerz _ _ _ _ _ _ _ _ _",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "fr-short": "janv févr _ avr _ _ juil _ _ _ _ déc",
    "fr-ascii": "_ fevrier _ _ _ _ _ aout _ _ _ decembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "es-other": "ene _ _ abr _ _ _ ago setiembre _ _ dic",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "gl": "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "pt-short": "_ fev _ _ _ _ _ _ set out _ dez",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "it-short": "gen _ _ _ mag giu lug ago sett ott _ dic",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "nl-short": "_ _ mrt _ _ _ _ _ _ _ _ _",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "fi-bare": "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "lv": "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
    "lt": "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "pl-bare": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "cs-bare": "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
    "sr-latin": "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
    "sr": "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ru-bare": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "uk-bare": "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "be": "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "mk": "јануари февруари март април мај јуни јули август септември октомври ноември декември",
    "el": "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου "
    "δεκεμβρίου",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "ms": "_ _ mac _ _ jun julai ogos _ _ _ disember",
    "sw": "_ _ machi aprili _ _ julai agosti septemba oktoba novemba desemba",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar-levant": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "ar-maghreb": "جانفي فيفري _ أفريل ماي جوان جويلية أوت _ _ _ _",
    "ar-other": "_ _ _ ابريل _ _ _ اغسطس _ اكتوبر _ _",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "he-in": "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "hi": "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "hi-other": "_ फरवरी _ _ _ _ _ _ सितम्बर अक्तूबर नवम्बर दिसम्बर",
    "mr": "जानेवारी फेब्रुवारी _ एप्रिल मे _ जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर",
    "bn": "জানুয়ারী ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "bn-other": "জানুয়ারি ফেব্রুয়ারি _ _ _ _ _ _ _ _ _ _",
    "ta": "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    "te": "జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జులై ఆగస్టు సెప్టెంబర్ అక్టోబర్ నవంబర్ డిసెంబర్",
}


_THAI = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
_THAI_SHORT = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
"""Apart from the others, because the year beside them is most often one of the Buddhist calendar."""


def folded(word: str) -> str:
    """A word in the form in which it is looked up: composed characters, small letters, no point at its end."""
    return unicodedata.normalize("NFKC", word.casefold()).rstrip(".")


MONTHS: dict[str, int] = {}
"""The number of each month's name; names of different months in different languages are left out."""
_DOUBTFUL: set[str] = set()
for _names in _MONTHS.values():
    for _number, _name in enumerate(_names.split(), 1):
        _key = folded(_name.replace("_", " ").strip())
        if _key and MONTHS.setdefault(_key, _number) != _number:
            _DOUBTFUL.add(_key)
for _key in (*_DOUBTFUL, "listopad"):
    del MONTHS[_key]

NOVEMBER_OR_OCTOBER = "listopada"
"""October in Croatian, which has a point after the day's number, and November in Polish, which has none."""

_DAY_NAMES = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica segunda-feira terça-feira quarta-feira quinta-feira "
    "sexta-feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag poniedziałek wtorek środa czwartek "
    "piątek sobota niedziela понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок "
    "середа четвер субота неділя måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag"
)
WEEKDAYS = frozenset(map(folded, _DAY_NAMES.split()))
"""Days of the week in the languages met most, none of them a month in another."""

_OTHER_DAYS = (
    "lun mar mer jeu ven sam dim lu ma me je ve mié jue vie sáb dom seg ter qua qui sex gio lunedi martedi mercoledi giovedi "
    "venerdi dilluns dimarts dimecres dijous divendres dissabte diumenge "
    "pondělí úterý středa čtvrtek pátek neděle pondelok utorok streda štvrtok piatok nedeľa hétfő kedd szerda csütörtök "
    "péntek szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică pazartesi salı çarşamba perşembe cuma "
    "cumartesi pazar δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή понеделник сряда четвъртък петък събота "
    "неделя пн вт ср чт пт сб вс нд ponedjeljak ponedeljak utorak srijeda sreda četvrtak petak subota nedjelja nedelja "
    "ponedeljek torek četrtek petek pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis "
    "sekmadienis pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena esmaspäev teisipäev kolmapäev "
    "neljapäev reede laupäev pühapäev maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina "
    "tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina senin selasa rabu kamis jumat sabtu minggu "
    "isnin khamis jumaat ahad الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد شنبه یکشنبه "
    "دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार "
    "월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 화 수 목 금 토 일 "
    "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月 火 水 木 金 土 日 "
    "星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 "
    "週一 週二 週三 週四 週五 週六 週日"
)
OTHER_DAYS = WEEKDAYS | frozenset(map(folded, _OTHER_DAYS.split()))
"""More days of the week, some of which are words of other languages too: only looked for where nothing else fits."""

_LABELS = (
    "published|posted|updated|modified|edited|revised|date|created|issued|released|filed|stand|"
    "veröffentlicht|aktualisiert|erschienen|erstellt|geändert|bearbeitet|publiziert|datum|publié|"
    "publiée|mis à jour|mise à jour|modifié|créé|paru|publicado|publicada|actualizado|actualizada|"
    "modificado|fecha|atualizado|atualizada|pubblicato|aggiornato|modificato|data|gepubliceerd|"
    "bijgewerkt|geplaatst|publicerad|publicerat|uppdaterad|uppdaterat|offentliggjort|udgivet|"
    "opdateret|publisert|oppdatert|julkaistu|päivitetty|opublikowano|opublikowany|zaktualizowano|"
    "aktualizacja|publikováno|aktualizováno|zveřejněno|közzétéve|megjelent|frissítve|publicat|"
    "actualizat|yayınlanma|yayın|güncelleme|güncellenme|опубликовано|обновлено|изменено|дата|"
    "опубліковано|оновлено|публикувано|обновена|објављено|objavljeno|ažurirano|δημοσιεύτηκε|"
    "δημοσιεύθηκε|ενημερώθηκε|diterbitkan|diperbarui|xuất bản|cập nhật|ngày|発行|公開|更新|投稿|作成|発行日|公開日|"
    "更新日|投稿日|作成日|掲載日|发布|发布于|发布时间|发布日期|更新于|更新时间|更新日期|日期|時間|时间|發佈|發布|發表|게시|등록|수정|입력|업데이트|작성일|등록일|수정일|"
    "نشر|تم النشر|تاريخ النشر|آخر تحديث|تحديث|التاريخ|تاریخ|منتشر شده|به‌روزرسانی|פורסם|עודכן|תאריך|"
    "प्रकाशित|अपडेट|เผยแพร่|อัปเดต|วันที่"
)
_BEFORE = (
    "last|first|originally|zuletzt|dernière|dernièrement|última|ultima|ultimo|último|last time|sist|"
    "senast|senest|son|laatst|ostatnia|последнее"
)
_AFTER = "on|am|le|el|em|il|op|den|d\\.|dnia|dne|på|tarihi|la|a|в|на|stav|vom|στις|ημερομηνία|ب|في|در|ב|เมื่อ"
LABEL = late(
    rf"(?:(?:{_BEFORE})[ ])?(?:(?:{_LABELS})(?![^\W\d_])(?:[ ](?:{_AFTER})(?![^\W\d_]))?"
    r"|(?:on|am|le|el|il|em|op|ngày|วันที่)(?=[ ]))[ ]?[:：]?[ ]*",
    re.IGNORECASE,
)
"""What stands before a date that says what it is the date of."""

_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
"""The year before the first of an era."""
_ERA = late(rf"({'|'.join(_ERAS)})[ ]?(\d{{1,3}}|元)(?=[ ]?年)")
_HAN_DIGITS = {
    character: str(value)
    for value, characters in enumerate(("〇零○", *"一二三四五六七八九"))
    for character in characters
}
_HAN = late(r"[〇零○一二三四五六七八九十]{1,4}(?=[ ]?[年月日号時时点點分])")
_HAN_DAY = late(r"[ ]?(?:(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일)")
_HALF_DAY = late(r"(上午|午前|오전|下午|午後|오후)[ ]?(\d{1,2}:\d{2}(?::\d{2})?)")
_HAN_CLOCK = late(r"(\d{1,2})[ ]?[時时点點시][ ]?(\d{1,2})[ ]?[分분](?:[ ]?(\d{1,2})[ ]?[秒초])?")
_VIETNAMESE = late(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2})(?:,| năm)? (\d{4})", re.IGNORECASE)
_LITHUANIAN = late(r"(\d{4})\.?(?: m\.| gada) (.*?)(?: d\.)?")
_THAI_MONTH = late("|".join(map(re.escape, (*_THAI, *_THAI_SHORT))))
_BUDDHIST = late(r"(?:พ\.ศ\.|ค\.ศ\.)?[ ]*\b(2[4-6]\d{2})\b")
_BUDDHA = 543
_TWO_NAMES = late(r"([^\W\d_]{2,20}(?:[ ][^\W\d_]{3,20})?)[ ]?/[ ]?([^\W\d_]{3,20})(?=[ ,]|$)")
_LEVANTINE = late("كانون الثاني|كانون الأول|تشرين الأول|تشرين الثاني")
_LEVANTINE_NAMES = {"كانون الثاني": "يناير", "كانون الأول": "ديسمبر", "تشرين الأول": "أكتوبر", "تشرين الثاني": "نوفمبر"}
_DAY_BETWEEN = late(r"(?<=\d),?[ ]([^\W\d_]{2,10})\.?,?(?=[ ]\d{1,2}:\d{2})")
_ZONE_NAME = late(r"(?<=[\dZ])\[[A-Za-z_]{2,20}(?:/[A-Za-z_/]{2,30})?\]$")
_BRACKETS = late(r"[ ]?\(([^()\d]{1,20})\)")
_YEAR_WORD = late(r"(?<=\d{4})[ ]?(?:года|году|год|г\.?|року|рік|р\.?|r\.?|roku|г|m\.|\.)(?=[ ,]|$)")
_ARTICLE = late(r"\b(?:the|den)[ ](?=\d)|(?<=\d(?:st|nd|rd|th))[ ]day(?=[ ]of)", re.IGNORECASE)
_MARKS = late("[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SIGNS = str.maketrans("（）：，،．／－", "():,,./-")
_OTHER_CALENDARS = late("[٠-٩۰-۹]")


def with_plain_digits(text: str) -> str:
    """The text with the digits of every script as ASCII's, signs of full width as usual ones, and no hidden marks."""
    if text.isascii():
        return text
    text = _MARKS.sub("", text).translate(_SIGNS)
    return "".join(str(unicodedata.decimal(one)) if not one.isascii() and one.isdecimal() else one for one in text)


def of_another_calendar(text: str) -> bool:
    """Whether the digits of a text are those of languages that also count years by the Hijri or the Persian calendar."""
    return _OTHER_CALENDARS.search(text) is not None


def in_usual_form(text: str) -> str:
    """A date with what is peculiar to one language in the order and the words of the usual forms, without its weekday."""
    if not text.isascii():
        text = _east_asian(text)
        text = _LEVANTINE.sub(lambda match: _LEVANTINE_NAMES[match[0]], text)
        text = _TWO_NAMES.sub(_one_name, text)
        if _THAI_MONTH.search(text):
            text = _BUDDHIST.sub(lambda match: f" {int(match[1]) - _BUDDHA}", text)
            text = _THAI_MONTH.sub(_thai_month, text)
            text = " ".join(text.split())
    if found := _VIETNAMESE.fullmatch(text):
        return f"{found[3]}-{found[2]}-{found[1]}"
    if found := _LITHUANIAN.fullmatch(text):
        text = f"{found[2]} {found[1]}" if found[2][:1].isdigit() else f"{found[1]} {found[2]}"
    text = _BRACKETS.sub(lambda match: "" if folded(match[1]) in OTHER_DAYS else match[0], text)
    text = _DAY_BETWEEN.sub(lambda match: "" if folded(match[1]) in OTHER_DAYS else match[0], _ZONE_NAME.sub("", text))
    text = _ARTICLE.sub("", _YEAR_WORD.sub("", text))
    words = text.split(" ")
    while len(words) > 1 and folded(words[0].rstrip(",")) in OTHER_DAYS:
        words = words[1:]
    while len(words) > 1 and folded(words[-1]) in OTHER_DAYS:
        words = words[:-1]
    return " ".join(words).rstrip(",")


def _one_name(match: re.Match[str]) -> str:
    number = MONTHS.get(folded(match[1]))
    return match[2] if number and number == MONTHS.get(folded(match[2])) else match[0]


def _thai_month(match: re.Match[str]) -> str:
    names = _THAI if match[0] in _THAI else _THAI_SHORT
    return f" {_MONTHS['en'].split()[names.index(match[0])]} "


def _east_asian(text: str) -> str:
    text = _HAN_DAY.sub("", text)
    text = _HAN.sub(lambda match: _han_number(match[0]), text)
    text = _ERA.sub(lambda match: str(_ERAS[match[1]] + (1 if match[2] == "元" else int(match[2]))), text)
    text = _HAN_CLOCK.sub(lambda match: ":".join(part.zfill(2) for part in match.groups() if part), text)
    return _HALF_DAY.sub(lambda match: f"{match[2]} {'am' if match[1] in '上午午前오전' else 'pm'}", text)


def _han_number(written: str) -> str:
    tens, ten, ones = written.partition("十")
    if not ten:
        return "".join(_HAN_DIGITS[one] for one in written)
    return str(int(_HAN_DIGITS.get(tens, "1")) * 10 + int(_HAN_DIGITS.get(ones, "0")))
