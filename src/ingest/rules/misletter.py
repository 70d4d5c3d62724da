"""Text in an old encoding of a Latin alphabet that was read in Windows-1252: `siê ba³em` for `się bałem`.

Most letters of these encodings are the same in Windows-1252, so that the text stays readable, and nothing in it is no
letter. It is told by words: the commonest ones with letters of the language's own, as they are read in Windows-1252,
which are no words of any language. A text that has one of the letters themselves is not judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ingest.body import Body
from ingest.late import late
from ingest.rules.mistable import LONGEST_LINE, Misread

MANY, FEWER = 4, 3
"""Different words of a language's list, or one of them and as many common ones in plain letters, that tell a language;
the second where there are some of either kind, and more than one word has letters of the language."""

_LANGUAGES: tuple[tuple[tuple[str, ...], str, str, str], ...] = (
    (
        ("cp1250", "iso8859-2"),
        "ąćęłńśźżĄĆĘŁŃŚŹŻ",
        "się że był była było były być także można może już gdyż został została więc dzięki między jeśli jeżeli również"
        " będzie będę będziesz mógł mogła są tę tą tylko też cały całe kiedyś coś ktoś gdzieś właśnie ponieważ żeby"
        " dużo"
        " których którą dość każdy każda każde część należy została sposób przez według zostać zostały mają mogą będą"
        " imię pięć dziś jesteś jeszcze wszędzie błąd pamięci miał miała chciał nią jesteśmy"
        " użytkow- możliw- prędk- urządz- przyjació- najwięk- większ- następn- zawiera- włącz- wyłącz- dołącz-"
        " połącz- początk-"
        " wartoś- długoś- iloś- dostęp- usuń- proszę- późn- źród- łatw- stworzyć powinien- określ- zmień-",
        "nie jest do na to jak ale przez przy czy tego jego ich dla lub oraz tym po od za ci tak tylko ma w której"
        " która który które aby nasze jego przed nimi więcej nad mu mi co pod bez we ze niektóre jako brak czy",
    ),
    (
        ("cp1250", "iso8859-2"),
        "ěřčůďťňšžľĺŕĚŘČŮĎŤŇŠŽĽĹŔ",
        "při před přes které který která může můžete můžeme nelze není-li například příklad kteří něco některé některý"
        " proč když také podle další více než však již že jestliže protože ještě během kvůli všechny všech všechno"
        " následující pořád použití přidat přidá přidán člověk práci způsob věc věci svět dřív dříve třeba přímo příliš"
        " případě nějaký nějaké někde nikdy tři čtyři čas část většina většinou počítač soubor souborů souborů řádek"
        " úplně správně stejně pomocí vytvoření napíše vloží keď ďalší ďalšie ľudia ľudí deň môže viď"
        " več že ktorý teď buď funkčnosti zpět ručně řešení při- pře- pří- před- tříd- prostřed- jednotliv- počít-"
        " nejvě- největ- měn- změn-"
        " větš- umožň- může- následuj- použí- každ- určit- stránk- běž- závis- možn-",
        "je na se to by do ale za pro jako jsou byl jak tak nebo po od pole si jeho jako bude tento pokud v z a k o"
        " s u byl byla bylo pouze které která který kterou aby není jsem bez až pak má tyto",
    ),
    (
        ("cp1250",),
        "őűŐŰ",
        "idő nők előtt első második időben utolsó később belőle tőle től ről ből erről előre felső alsó gyűjt"
        " működik működés működési művek művész művészet szükséges nőtt lehető lehetőség lehetőséget jövő jövőben"
        " kettő erő erős őket őszi főleg főiskola elődje ellenőrzés betű betűk gyűlés"
        " időpont időt következő megfelelő különböző egyszerű népszerű érdekes minősítés"
        " képző szülők nézők vezető belső külső könnyű célszerű idő- elő- műkö- műsz- művé- gyűjt- lehető- felső-"
        " jövő- gyűlö- erős-"
        " megelő- készül- egyszerű- különböző- időt- szerző- létező- kérő- ismerős-",
        "a az és nem hogy egy is van meg ha de csak már ez azt minden kell lehet vagy volt mint még ki el be ezzel"
        " pedig ott amely akkor itt mert ahol ezt ezek esetén történik összes",
    ),
    (
        ("cp1250",),
        "ăşţĂŞŢ",
        "şi fără după dacă către până este însă câţi toţi toate această acestă aşa deşi mulţi două nouă lângă"
        " atunci când faţă viaţă între prin peste trebuie ţară ţări oraş oraşul oraşului următoarele următoarea şir"
        " fişier fişiere fişierul fişierului afişeze afişa afişează citeşte scrieţi folosiţi tastatură număr numărul"
        " funcţie funcţia funcţii soluţie informaţii informaţie situaţie condiţii poziţia condiţia relaţii acţiune"
        " naţional naţională româneşti ştie ştiu şcoală aceeaşi cărui cărei cărora totuşi funcţi- fişier- informaţi-"
        " citeşt- poziţi- condiţi- număr- următo- situaţi- soluţi- aplicaţi- operaţi-"
        " obţin- înţel- greşe- reuşi- începă- greşit- folosit- acţiun- locaţi- opţiun- şterg-",
        "de la în cu pe un o din care nu se sa sau mai este cele ale lui pentru prin ca fi au vor",
    ),
    (
        ("cp1254",),
        "ğışĞİŞ",
        "değil değildir değilse için ış var mı mi değer değeri değişken değiştir eğer olduğu olduğunu olduğundan"
        " olmadığını ayrı aynı altında arasında sonrası kadar şey şeyi şu şekilde şöyle işlem işlemi işlemler iş"
        " başka başla başladı karşı çalış çalışma çalışan çalışır yanlış doğru doğrudan sayı sayısı sayısını adı adlı"
        " kullanıcı kullanılır kullanılan kullanım yapılır yapılan yapısı yazı yazılım yazılır alınır alan sınıf sınıfı"
        " kısım hızlı farklı artık nasıl hangi bağlı bağlantı diğer göre oluştur oluşturulur dışı dışında giriş çıkış"
        " şimdi kişi kişisel arkadaş türkiye'nin yıl yılı yılında kız kızı kırmızı başına lazım açık açısı ağaç ışık"
        " değil- değiş- kullanı- çalış- işle- işaret- kayıt- sayı- yapıl-"
        " oluş- arası- karşı- başla- yanlış- doğru- bağlan- dosyası- sınıf- başarı- hatası- olması- olmadığ- altınd-"
        " dışı- girdi",
        "bir ve bu ile de da çok olan olarak sonra daha gibi kadar en ne her ise veya bunu sadece iyi küçük büyük"
        " için az lütfen fazla ait tüm önce ya",
    ),
    (
        ("cp1257",),
        "ąčęėįšųūžĄČĘĖĮŠŲŪŽ",
        "iš kažkas kažko kažkur kažką būti būtų būdu prieš taip šis ši šio šiuo šie dėl todėl tačiau turi gali"
        " tarp nėra buvo už žmonių žmogus žmonės metų vieną kurį kurią pirmą mažiau"
        " daugiau čia šių viršija galėtų reikšmė reikšmės skaičius skaičių pradžia pabaigą jūsų mūsų visą laiką"
        " kažk- reikšm- skaiči- žodži- žaid- įved- išved- pašal- įraš- užduot- didžiaus- mažiaus- patikrin-",
        "ir tai kad ne su jei kaip bet yra nuo kas jau savo arba gali buvo jis labai tik iki ar",
    ),
    (
        ("cp1257",),
        "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ",
        "šī šis šo arī kāds kāda visā pēc līdz vēl tāpēc jābūt vairāk latvijā latvijas kļūda"
        " rīgas rīgā mēs viņš viņa viņi būs šajā kādu laikā pašu lūdzu dažādi nākamā jaunākā lietotāj- izmanto-"
        " ierakst- meklē- saglabā- atrašan- kļūd-",
        "un ir uz no ar par ka tas to bet vai kas pie tikai nav bija lai kad",
    ),
    (
        ("cp1250", "iso8859-2"),
        "čćđšžČĆĐŠŽ",
        "već će ću ćemo ćete ćeš neće znači koji može također takođe treći treća između još što kaže način načina"
        " više ništa nešto zašto riječ riječi reč reči kuća kuće čovjek čovek čovjeka veći veća moguće sljedeći"
        " sledeći odnosno ukoliko korisničko unesi pronađen pronađena pronađi greška broj đe dođe dođi gdje također"
        " izađi prođe učitaj učitava označi tačno točno početak početku početka konačno obično različit različitih"
        " računa račun računalo uključi isključi član članova četiri često čim čak priča reći pomoću korisnič-"
        " moguć- znači- označ- uključ- isključ- različit- količin- rješenj- već- sljedeć- sledeć- naići-"
        " izraču- pronađ- unutraš- točk- tačk- početn- povuč-",
        "je i u na se da li su za ne nije ako od do to s sa kao bi ovo nam po iz bio ima ga ili koji nema nalazi prema",
    ),
)
"""The encodings that a language was written in, its own letters, and its common words: with such letters, and without."""

_SIGNS = "\x80-\x9f\xa1\xa3\xa5\xa6\xa9-\xac\xae\xaf\xb1-\xb3\xb5\xb6\xb9-\xbf"
"""Signs of Windows-1252 in the place of letters."""
_WORD = late(f"(?:[^\\W\\d_]|[{_SIGNS}](?=[^\\W\\d_]|[{_SIGNS}])|(?<=[^\\W\\d_])[{_SIGNS}])+")
_SIGN = late(f"[{_SIGNS}]")
_SIGN_OR_WINDOWS = late(f"[{_SIGNS}\u0152\u0153\u0160\u0161\u0178\u017d\u017e]")
"""These, and letters that ISO 8859 does not have in that place."""
_UNIT = late("[cdkm]?m[\xb2\xb3\xb9]|[nN]\xba")
"""Units and the like, which such a text has as well."""

_MOST_WORDS = 20_000
"""Words that are looked at to tell the language."""


_PAIRS = (
    "a³ a¹ aº a¿ aæ aè aþ bâ bõ bû cã cý cþ dý dþ e¶ e¾ e¿ eæ eè eœ fõ g± g³ g¹ gã i± i¶ i¹ i¾ iæ iï iø iþ iœ j± "
    "j¹ jâ jû k¿ kà kè kð l¹ mç mì mý ný nþ o¶ o¹ o¾ o¿ oæ oè oð oø oœ pâ pã pù pý r± r¹ rû rý rþ s± s¹ sý t± t¹ "
    "tû tý u¾ u¿ uã uæ uñ uþ y³ y¶ y¾ y¿ yæ yû yý yœ z± zê zõ zý ³a ³u ³± µu ¹a ¹c ¹d ¹e ¹k ¹t ºa ºc ºe ºi ºt ¼r "
    "¾d ¾e ¾u ¿e âd âj âk ãr ãt æa æe æu çc çl çý èe èk èo èá èí êd êk êp ê¶ êæ ìc ìh ìj ìk ìt ì¾ ìž îd îg ïa ðe "
    "ðl ðo ðî ðý òð ó¼ õb õd õk õs øi øá øí ùl ùž ûd ûk ûs ûv ýf ýk ým ýz ýþ þa þd þi þk þl þm þt þu þö œæ ší Ÿn "
    "Ÿr žò siê iêc pøe øeb eðil elõ idõ lsõ rrõ ezetõ lduð ëjo odël rieð ëra nuað uèi aðað"
)
PARTS = frozenset(_PAIRS.split())
"""Letters in a row that most words of the lists have as they are misread, and few words of Western Europe. A text of a few
lines has some."""


class _Table(NamedTuple):
    """A language in an encoding: its letters by what they are read as, its words and stems as read, and plain words."""

    encoding: str
    letters: dict[str, str]
    known: frozenset[str]
    stems: tuple[str, ...]
    plain: frozenset[str]


def _read(word: str, encoding: str) -> str:
    """What becomes of a word in an encoding that is read in Windows-1252."""
    return "".join(_sign(number) for number in word.encode(encoding))


def _sign(number: int) -> str:
    try:
        return bytes((number,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(number)


@cache
def _tables() -> tuple[_Table, ...]:
    return tuple(_table(encoding, own, words, plain) for names, own, words, plain in _LANGUAGES for encoding in names)


def _table(encoding: str, own: str, words: str, plain: str) -> _Table:
    letters = {_read(letter, encoding): letter for letter in own}
    for letter in own:  # read in Latin-1, what Windows-1252 has letters for are control characters
        letters[letter.encode(encoding).decode("latin-1")] = letter
    changed = {sign: letter for sign, letter in letters.items() if sign != letter}
    read = [_read(word, encoding) for word in words.split()]
    known = [word for word in read if not changed.keys().isdisjoint(word) and not _RAISED.fullmatch(word)]
    return _Table(
        encoding,
        changed,
        frozenset(word for word in known if not word.endswith(_STEM)),
        tuple(word.rstrip(_STEM) for word in known if word.endswith(_STEM)),
        frozenset(plain.split()),
    )


_RAISED = late("[a-z][\xb9\xb2\xb3]")
"""A letter with a raised digit, as formulas have them: `s\xb9` is a shell of electrons, `x\xb2` a square."""

_STEM = "-"
"""What stands in a list behind the first letters of many words."""


def misspelt(body: Body) -> Iterator[Misread]:
    """The words of a text that is in an old encoding of a Latin alphabet, in order. Takes time linear in the text."""
    lines = [one for one in body.beyond_ascii if len(one[1]) <= LONGEST_LINE]
    table = _told([line for _, line in lines], body.text)
    if table is None:
        return
    note = f"encode windows-1252, decode {table.encoding}"
    for start, line in lines:
        for match in _WORD.finditer(line):
            if (after := _written(match[0], table)) != match[0]:
                yield Misread(start + match.start(), start + match.end(), after, note)


def _told(lines: Iterable[str], text: str) -> _Table | None:
    """The language and the encoding that lines beyond ASCII are in, if there is one and no other."""
    words: Counter[str] = Counter()
    for line in lines:
        words.update(match.lower() for match in _WORD.findall(line))
        if len(words) > _MOST_WORDS:
            break
    found = [(_known(words, table), table) for table in _tables()]
    most = max(count for count, _ in found)
    if not most:
        return None
    said = set(_PLAIN.findall(text.lower()))
    likely = [
        (count, len(table.plain & said), _fitting(words, table), number, table)
        for number, (count, table) in enumerate(found)
        if count == most
    ]
    count, plain, fitting, _, table = max(likely)
    sure = count >= MANY or plain >= MANY or (count + plain >= FEWER and plain and fitting > 1)
    return table if sure and not _OWN_LETTERS.search(text) else None


_PLAIN = late("[a-zà-öø-ÿ]+")
_OWN_LETTERS = late("[\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u0180-\u0191\u0193-\u024f\u1e00-\u1eff]")
"""Letters of these languages that Windows-1252 does not have, and others that no text in it has."""


def _known(words: Iterable[str], table: _Table) -> int:
    """How many different words of a language's list there are."""
    return sum(word in table.known or word.startswith(table.stems) for word in words)


def _fitting(words: Iterable[str], table: _Table) -> int:
    """How many different words with letters of the language there are, less those with signs that are none."""
    letters = table.letters.keys()
    strange = _SIGN if table.encoding.startswith("cp") else _SIGN_OR_WINDOWS
    return sum(
        -1 if any(sign not in letters for sign in strange.findall(word)) else not letters.isdisjoint(word)
        for word in words
    )


def _written(word: str, table: _Table) -> str:
    """A word as it was written. Signs are letters only in a word that has a letter beside them."""
    if word.isascii() or _UNIT.fullmatch(word) or not any(map(str.isalpha, word)):
        return word
    return "".join(table.letters.get(sign, sign) for sign in word)
