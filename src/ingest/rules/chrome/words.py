"""What news sites print around their articles, language by language.

Source: the editors' own knowledge of the wording of news sites and of the common publishing systems; no list was taken
over. Phrases are in lower case, without the marks around them, separated by `|`. A phrase here is never enough to remove
a line: `page` asks for its place, its neighbours, its repetition and its shape as well.

To add a language, add a `Words` to `LANGUAGES`; a field that is left out is empty.
"""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The phrases of one language, each field a list separated by `|`.

    `teasers` stand before a separator and another article's headline, `also` may do so without a separator.
    `heads` open a list of other articles. `nav`, `share`, `adverts`, `loading`, `comments` are words that
    innocent text uses too; `skips`, `shares`, `banners` (around adverts) and `replies` are whole phrases that
    only a page's furniture uses. `sections` are words that name a part of a site. `letters` are beginnings of
    newsletter lines, each as `verb…noun`. `cookies` are parts of cookie notices, `buttons` their buttons,
    `rights` the parts of copyright lines. `counted` are nouns after a number (comments, shares, views). `ago`,
    `reading` and `clicks` (the text of a button for those who cannot see it) are regular expressions for a whole
    line, as are `walls`, which keep what follows for subscribers; `tags` open a list of what an article is filed
    under. `credits` open a credit line, `captions` stand before a caption's text, `articles` begin a description
    and not a name. `by` opens a byline, `joined` stands between two authors, `dates` before a date; `places` are
    words and word ends of streets and squares. `menus` are entries of a site's menus that are none of the others:
    its services and pages about itself; `topics` are subjects that menus name and lists of an author's own may
    name as well; `fields` are the labels of a form for comments.
    """

    teasers: str = ""
    also: str = ""
    heads: str = ""
    nav: str = ""
    skips: str = ""
    sections: str = ""
    share: str = ""
    shares: str = ""
    adverts: str = ""
    banners: str = ""
    loading: str = ""
    comments: str = ""
    replies: str = ""
    letters: str = ""
    cookies: str = ""
    buttons: str = ""
    rights: str = ""
    counted: str = ""
    ago: str = ""
    reading: str = ""
    clicks: str = ""
    walls: str = ""
    tags: str = ""
    credits: str = ""
    captions: str = ""
    articles: str = ""
    by: str = ""
    joined: str = ""
    dates: str = ""
    places: str = ""
    menus: str = ""
    topics: str = ""
    fields: str = ""


LANGUAGES: dict[str, Words] = {
    "en": Words(
        fields="name|website|your name|your email|your comment|email address",
        teasers="read more|read also|also read|more on this|more on this story|related|related story|related article|"
        "related stories|watch|watch now|watch more|listen|listen now|don't miss|must read|recommended|see more|"
        "up next|read next|what to read next|explained|in pictures|read|more|from the archive|editor's pick",
        also="also read|read also|related story|related article|read next|up next",
        heads="related topics|related internet links|more from this section|topics in this story|related articles|"
        "related stories|related news|related content|related topics|explore more on these topics|related posts|"
        "related coverage|more stories|more news|more on this story|more on this topic|most read|most popular|"
        "most viewed|most watched|most shared|trending|trending now|trending stories|latest news|latest stories|"
        "top stories|you may also like|you might also like|you may also be interested in|recommended|"
        "recommended for you|recommended stories|read more|read next|read also|also read|up next|"
        "what to read next|don't miss|must reads|editors' picks|editor's picks|popular now|popular stories|"
        "in other news|more from this author|more from the web|around the web|from around the web|"
        "sponsored content|promoted stories|paid content|more on this|related reading|related links|"
        "related videos|related items|more like this|more on|more in this section|other stories|other news|"
        "more from|from our partners|you may have missed|in case you missed it|also in the news|also on|latest|"
        "latest articles|recent articles|recent posts|featured stories|featured articles|featured|hot topics|"
        "top articles|more top stories|more headlines|read on|keep exploring|blog archive|recent "
        "comments|popular posts|"
        "my blog list|blogroll|search this blog|follow by email|total pageviews|post navigation",
        nav="published|"
        "home|homepage|menu|search|close|news|related|sign in|log in|login|register|subscribe|contact|"
        "about us|sections|all sections|topics|more|next|previous|next article|previous article|toggle navigation|"
        "main menu|navigation|my account|sitemap|back|live|watch live|explore more|show more|load more|view all|"
        "see all|edition|read more|continue reading|keep reading|full story|learn more|gift this article|save|"
        "save article|save for later|listen|font size|text size|a a a|play video|watch video|view gallery|"
        "view image|view this image|view photos|hide caption|toggle caption|expand image|enlarge image|"
        "now playing|view comments|print article|accessibility links",
        skips="privacy notice: newsletters may contain info about charities, online ads, and content funded "
        "by outside parties. for more information see our privacy policy. we use google recaptcha to "
        "protect our website and the google privacy policy and terms of service apply|"
        "jump to navigation jump to search|jump to: navigation, search|"
        "the bbc is not responsible for the content of external sites|"
        "read about our approach to external linking|skip to content|skip to main content|skip to navigation|"
        "jump to content|back to top|return to top|scroll to top|back to homepage|back to home|"
        "open navigation menu|open menu|close menu|toggle menu|back to all news|back to news|return to homepage|"
        "view all posts|see all stories|listen to this article|see all topics|reuse this content|"
        "purchase licensing rights|read the full story here|tap to unmute|click here to read more|"
        "click to read more|our standards: the thomson reuters trust principles|a+ a|a- a+|enlarge this image|"
        "open image in gallery|video ad feedback|print this article|see also our other stories|report a mistake|"
        "spotted an error|skip to footer|skip to search|skip to sections|skip to main navigation|"
        "jump to navigation|jump to search|go to home page|listen to article|add to favorites|add to favourites|"
        "set as preferred source|add as preferred source on google|prefer us on google|add as preferred on google|"
        "make us preferred on google|see more of our coverage in your search results|listen to this essay|"
        "listen to this story|newer post|older post|"
        "newer posts|older posts|view my complete profile|powered by blogger|entries feed|comments feed|entries rss|"
        "comments rss|entries (rss|comments (rss|subscribe to: posts (atom|subscribe to: post comments (atom|"
        "subscribe to: comments (atom|subscribe to post comments (atom|proudly powered by wordpress|"
        "blog at wordpress.com|get a free blog at wordpress.com|create a free website or blog at wordpress.com|"
        "powered by wordpress|powered by wordpress.com|links to this post|create a link|"
        "email thisblogthis!share to twittershare to facebookshare to pinterest|"
        "email thisblogthis!share to xshare to facebookshare to pinterest",
        sections="news|stories|explainers|world|politics|business|sport|sports|culture|opinion|technology|tech|"
        "science|"
        "health|economy|video|videos|photos|analysis|features|interviews|lifestyle|entertainment|travel|society|"
        "local|"
        "reviews|podcasts|magazine|archive|blog|home|topics|all|latest|press|releases|media|articles|editorials|live",
        share="share|like this|tweet|email|e-mail|print|pin|pin "
        "it|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|"
        "pinterest|"
        "messenger|copy|copy link|copy url|link|link copied|flipboard|instagram|youtube|viber|sms|mastodon|"
        "bluesky|threads|"
        "tumblr|bookmark|save|follow|follow us|share link|post|like|tiktok|rss|send",
        shares="share page|about sharing|share full article|gift article|share this|share this article|"
        "share this story|share this post|share this page|share on facebook|share on twitter|share on x|"
        "share on whatsapp|share on linkedin|share via email|share by email|share on social media|"
        "share with friends|click to share|email this article|email this story|print this article|print this page|"
        "copy link to clipboard|link copied to clipboard|link copied|follow us on facebook|follow us on twitter|"
        "follow us on x|follow us on instagram|follow us on social media|follow us on telegram|"
        "follow us on google news|share tweet|tweet this|send to a friend|send to friend|share with email|"
        "share by mail|share on google plus|share on pinterest|share on reddit|share on tumblr|share on bluesky|"
        "share on threads|share on telegram|share on messenger|share to facebook|share to twitter|share to x|"
        "post to facebook|post to x|tweet this story|post this|email a friend|save this story|save this article|"
        "save story|bookmark this article|copy url to your clipboard|copy url to clipboard|email this page|"
        "copy article link|send this page to someone via email|see more sharing options|more sharing options|"
        "share this item|share this item on facebook|share this item on twitter|share this item on whatsapp",
        adverts="advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|promoted|paid post",
        banners="story continues below this ad|article continues below this ad|"
        "story continues below this advertisement|"
        "story continues below advertisement|article continues below advertisement|"
        "article continues after ad|"
        "article continues after advertisement|story continues after advertisement|"
        "advertisement - scroll to continue|"
        "continue reading below|scroll to continue|scroll to continue with content|remove ads|skip advertisement|"
        "skip ad|report this ad|advertisement - scroll to continue reading|story continues below|story continues|"
        "article continues below|this advertisement has not loaded yet, but your article continues below|"
        "ad feedback|after newsletter promotion|newsletter promotion|close ad|advertise with us|"
        "sponsored content by taboola|promoted content by taboola|sponsored links by taboola|promoted links by taboola|"
        "powered by taboola|recommended by outbrain|powered by outbrain|ads by google|"
        "why am i seeing this ad|loading ad",
        loading="loading|please wait|loading comments|loading video|loading more|loading player",
        comments="comments|comment|no comments|reply|leave a reply|discussion|conversation|join the conversation|"
        "join the discussion|report an error|report a typo|tags|topics",
        replies="this site uses akismet to reduce spam. learn how your comment data is processed|"
        "save my name, email, and website in this browser for the next time i comment|"
        "leave a reply cancel reply|related articles more from author|leave a comment|leave a reply|"
        "post a comment|add a comment|add comment|view comments|show comments|hide comments|see all comments|"
        "read all comments|be the first to comment|comments are closed|comments are closed on this story|"
        "log in to comment|sign in to comment|login to comment|write a comment|join the conversation|"
        "was this article helpful|view all comments|read comments|see comments|like loading|"
        "your email address will not be published. required fields are marked|"
        "your email address will not be published|got a tip|have a tip|send us a tip|rate this article|"
        "rate this story|how was this article|did you find this article helpful|thanks for your feedback|"
        "thank you for your feedback",
        letters="click here to join…channel|click here to join…whatsapp|follow bbc…facebook|follow bbc…story ideas|"
        "follow bbc…instagram|send your story ideas…|send us your story ideas…|listen to the best of…|"
        "sign up…newsletter|sign up…inbox|subscribe…newsletter|subscribe…inbox|subscribe…channel|"
        "get our…newsletter|get the…newsletter|get the…inbox|receive our…newsletter|join our…newsletter|"
        "join our…channel|join…subscribers|delivered…inbox|enter your email…newsletter|sign up…notifications|"
        "sign up…alerts|follow us on…|download our app…|download the app…|get our app…|subscribe to our…|"
        "sign up for our…|never miss a story…|support our journalism…|become a member…|thank you for signing up…|"
        "this article is for subscribers…|already a subscriber…|want to read more…|sign up to our…|"
        "sign up to receive…|sign up here…newsletter|get…straight to your inbox|get…in your inbox|get our daily…|"
        "receive…inbox|subscribe to get…|subscribe today…|join our whatsapp…|follow our channel…|"
        "follow…on google news|for more…follow us|click here to subscribe…|click here to sign up…|by signing up…|"
        "by subscribing…|like us on facebook…",
        cookies="uses cookies|use cookies|use of cookies|cookie policy|cookie settings|accept cookies|"
        "accept all cookies",
        buttons="accept|accept all|accept cookies|accept all cookies|reject|reject all|decline|manage cookies|"
        "manage preferences|cookie settings|cookie preferences|cookie policy|privacy policy|privacy settings|i agree|"
        "agree|got it|terms of use|terms of service|terms and conditions|your privacy choices|manage consent|ok",
        rights="all rights reserved|copyright|may not be published, broadcast, rewritten or redistributed",
        counted="comment|comments|share|shares|view|views|reply|replies|like|likes|reactions|reads",
        ago=r"(?:updated |published |posted |last updated )?(?:an?|\d{1,2}) ?(?:s|m|h|d|min|mins|hr|hrs|second|"
        r"minute|hour|"
        r"day|week|month|year)s? ago|just now|this article is more than \d{1,2} (?:month|year)s? old",
        reading=r"(?:reading time|read time|estimated reading time|time to read)[:\s-]{0,3}\d{1,3} ?"
        r"(?:m|min|mins|minute|minutes)\.?(?: read)?|\d{1,3}[ -]?(?:m|min|mins|minute|minutes)\.?[ -](?:read|listen)|"
        r"listen ?[·•|-] ?\d{1,2}:\d{2}(?: min)?|visited \d{1,7} times?, \d{1,5} visits? today",
        clicks=r"click to (?:share|print|email|send|copy)[^.]{0,50}\(opens in (?:a )?new (?:window|tab)|"
        r"click to share on [\w ]{1,20}|opens in (?:a )?new (?:window|tab)|"
        r"add [^.?!,]{2,40} (?:as (?:a |your )?preferred (?:source )?)on google|"
        r"add (?:the "
        r")?[^.?!,]{0,30}(?:times|news|post|journal|guardian|herald|tribune|telegraph|independent) on "
        r"google|"
        r"(?:\d{1,4} ?· ?)?(?:share on (?:facebook|twitter|x|linkedin|whatsapp|reddit) ?){2,5}",
        walls=r"(?:this article is|this story is|this content is|available) (?:only )?(?:for|to) subscribers(?: "
        r"only)?|(?:you have|you.ve) \d{1,2} free (?:articles?|stories|story) (?:left|remaining)(?: this "
        r"(?:month|week))?|(?:to continue reading|to read the full (?:story|article)),? (?:please "
        r")?(?:subscribe|log in|sign in|register)[^.]{0,40}|subscribe to (?:continue|keep) reading|thanks "
        r"for reading [^.!]{0,60}[.!] subscribe for free to receive new posts and support my work|follow (?:the )?"
        r"[\w ]{2,25}['’]s (?:full )?coverage (?:of [^.]{2,60} )?at https?://\S+",
        tags="tags|tagged|filed under|posted in|categories|category|topics|keywords|labels",
        credits="photo|photos|photo by|photo from|photos by|photo courtesy of|photo courtesy of the|photo "
        "credit|photograph|"
        "photograph by|image|"
        "image by|image from|image credit|image source|image courtesy of|picture|picture by|pictures by|credit|"
        "credits|"
        "picture credit|courtesy of|courtesy of the|illustration by|graphic by|file photo|ap photo|video by",
        captions="image caption|media caption|picture caption|photo caption",
        articles="a|an|the|this|these|that|in|on|at|from|we|he|she|it|they|his|her|their|our|one|two|some|many|no",
        by="posted by|published by|by|written by|story by|reported by|reporting by|words by|author",
        joined="and|with|in",
        dates="first published on|originally published|originally published on|"
        "published|published on|posted|posted on|updated|updated on|last updated|last modified|date|"
        "first published",
        places="road|street|square|avenue|route|highway|park|bridge|city|town|village|lane|drive|boulevard|station|"
        "airport|river|lake|sea|bay|mountain|hill|hills|beach|district|county|region|island|islands|harbour|harbor|"
        "port|garden|gardens|market|hospital|school|university|museum|church|cathedral|castle|north|south|east|west",
        menus="about|about the site|our team|our story|who we are|what we do|careers|jobs|contact form|"
        "contact the editors|contacts|help center|help centre|customer service|customer support|customer care|"
        "advertise|advertising|ad choices|adchoices|advertising policy|media kit|press|press room|newsroom|"
        "site map|site index|privacy|privacy notice|privacy statement|cookies|cookie notice|legal|legal notice|"
        "imprint|terms|terms & conditions|disclaimer|disclosure|accessibility|accessibility statement|"
        "accessibility help|do not sell my info|do not sell or share my personal information|"
        "your california privacy rights|your ad choices|corrections|code of ethics|ethics policy|"
        "editorial guidelines|licensing|permissions|reprints|reprints and permissions|syndication|copyright|"
        "copyright policy|copyright notice|dmca|rss feeds|feeds|newsletters|newsletter|email newsletters|alerts|"
        "notifications|apps|mobile apps|mobile site|e-edition|e-paper|digital edition|print edition|subscriptions|"
        "subscriber services|manage subscription|my subscription|gift subscriptions|give a gift|membership|"
        "account|profile|settings|preferences|log out|logout|sign out|sign up|create account|saved articles|"
        "saved stories|my list|bookmarks|user agreement|site feedback|give feedback|shop|store|marketplace|"
        "classifieds|real estate|autos|motors|obituaries|death notices|legal notices|coupons|crosswords|crossword|"
        "horoscopes|horoscope|quizzes|tv listings|podcast|personal finance|columnists|columns|comment is free|"
        "letters to the editor|blogs|galleries|photo galleries|slideshows|multimedia|graphics|interactives|"
        "investigations|special reports|in depth|long reads|fact check|fact checks|congress|white house|"
        "supreme court|weird|odd news|offbeat|good news|most recent|recent posts|breaking news|just in|by topic|"
        "a-z|more news|our partners|affiliates|affiliate program|investor relations|company|our company|pricing|"
        "case studies|webinars|whitepapers|book a demo|request a demo|get a demo|start free trial|free trial|"
        "try for free|talk to sales|contact sales|contact us today|dark mode|light mode|follow|connect with us|"
        "google plus|google+|google news|stumbleupon|digg|delicious|rss feed|e-mail this|embed|embed code|"
        "permalink|share via email|more options|share on google plus|more sharing options|share on tumblr|"
        "share on reddit|share on pinterest|open main menu|view more|show all|site search|advanced search|"
        "random article|archives|past issues|current issue|back issues|my downloads",
        topics="conditions|mobile|cars|deals|games|puzzles|comics|weather|traffic|tv|radio|audio|film|movies|"
        "music|books|arts|theater|theatre|tv & radio|celebrities|celebrity|style|fashion|food|recipes|"
        "food & drink|home & garden|family|parenting|education|environment|climate|energy|innovation|gadgets|"
        "internet|security|gaming|money|markets|companies|stocks|football|soccer|cricket|tennis|golf|rugby|"
        "basketball|baseball|hockey|motorsport|formula 1|olympics|nfl|nba|mlb|nhl|national|international|"
        "world news|us|u.s.|us news|uk|uk news|europe|africa|asia|asia pacific|middle east|americas|latin america|"
        "australia|china|india|russia|arts & entertainment|arts and culture|life|life & style|living|wellness|"
        "fitness|relationships|history|nature|space|letters|events|calendar|pictures|data|elections|crime|courts|"
        "partners|investors|products|services|solutions|platform|plans|features|integrations|customers|resources|"
        "api|training|certifications|language|languages|english|español|deutsch|français|italiano|português|"
        "русский|中文|日本語|한국어|العربية|polski|türkçe|nederlands|українська|bahasa indonesia|tiếng việt|theme|"
        "expand|collapse|random|issues|docs|documentation|changelog|roadmap|developers|download|downloads|status|"
        "system status|blog|community|forum|forums|support|help|faq|faqs|donate|get started|feedback|contributors|"
        "authors",
    ),
    "de": Words(
        fields="name|website|e-mail-adresse",
        teasers="lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu|mehr zum thema|mehr dazu|weiterlesen|"
        "auch interessant|siehe auch|passend dazu|hintergrund|zum thema|mehr lesen|auch lesenswert|lesetipp|"
        "empfohlen|"
        "video|lies auch|lesen sie dazu auch",
        also="lesen sie auch|lies auch|lesen sie dazu auch|auch interessant",
        heads="mehr lesen über|mehr lesen zum thema|"
        "mehr zum thema|lesen sie auch|lesen sie mehr zum thema|lesen sie mehr|zum thema|auch interessant|"
        "das könnte sie auch interessieren|das könnte dich auch interessieren|meistgelesen|meistgelesene artikel|"
        "meistgelesene|meist gelesen|ähnliche artikel|verwandte artikel|verwandte themen|weitere artikel|"
        "weitere meldungen|"
        "weitere themen|weitere nachrichten|empfehlungen der redaktion|empfohlene artikel|top-themen|aus dem ressort|"
        "neueste artikel|aktuelle nachrichten|mehr aus dem ressort|schlagzeilen|beliebte artikel|"
        "mehr von diesem autor",
        nav="startseite|menü|suche|anmelden|abmelden|registrieren|einloggen|nachrichten|kontakt|impressum|"
        "datenschutz|agb|abo|abonnieren|mehr|weiter|zurück|schließen|weiterlesen|mehr anzeigen|mehr laden|themen|"
        "merken|vorlesen|anhören|artikel anhören|zur startseite|e-paper|mediathek|navigation|merkliste|teilen|"
        "drucken|vorlesen lassen|weitere|mehr erfahren|zur übersicht|alle anzeigen|alle artikel|suchen|konto|"
        "mein konto|login|logout|profil|seitenanfang|schriftgröße|schrift vergrößern|fehler melden|"
        "fehler gefunden|bild vergrößern|video starten",
        skips="zur navigation springen|zur suche springen|"
        "zur navigation springen zur suche springen|wechseln zu: navigation, suche|"
        "artikel zum hören|artikel anhören|zum inhalt springen|zum hauptinhalt springen|zum inhalt|"
        "direkt zum inhalt|nach oben|zurück nach oben|zurück zur startseite|zurück zur übersicht|menü öffnen|"
        "menü schließen|zur navigation springen|artikel vorlesen lassen|artikel merken|artikel drucken|"
        "zum artikel|zum seitenanfang|beitrag anhören|text vorlesen|als audio anhören|fehler im text entdeckt|"
        "bildergalerie öffnen",
        sections="nachrichten|politik|wirtschaft|sport|kultur|gesellschaft|wissenschaft|panorama|meinung|"
        "ausland|inland|"
        "regional|lokales|digital|gesundheit|reise|reisen|wissen|welt|startseite|home|themen|hintergrund|"
        "unterhaltung",
        share="gefällt mir|"
        "teilen|drucken|mail|per mail|merken|kopieren|link kopieren|versenden|feedback|twittern|senden|folgen",
        shares="zur merkliste hinzufügen|weitere optionen zum teilen|teilen mit|beitrag weiterempfehlen|"
        "artikel teilen|beitrag teilen|auf facebook teilen|auf twitter teilen|auf x teilen|per e-mail teilen|"
        "per whatsapp teilen|diesen artikel teilen|seite drucken|artikel drucken|auf facebook posten|"
        "folgen sie uns auf facebook|folgen sie uns auf twitter|folgen sie uns auf instagram|folgen sie uns",
        adverts="anzeige|anzeigen|werbung|gesponsert|advertorial",
        banners="weiterlesen nach der anzeige|artikel wird nach der anzeige fortgesetzt|"
        "der artikel geht nach der anzeige weiter|nach der werbung geht es weiter|anzeige überspringen|"
        "werbung - bitte weiterscrollen|hier klicken und weiterlesen|ende der anzeige|"
        "anzeige - scrollen zum weiterlesen|der artikel geht nach der werbung weiter|"
        "lesen sie nach der anzeige weiter|artikel geht nach der anzeige weiter|empfohlener redaktioneller inhalt|"
        "empfohlener externer inhalt|externer inhalt",
        loading="wird geladen|laden|lädt|bitte warten|inhalt wird geladen",
        comments="kommentare|kommentar|diskussion|antworten|fehler melden|schlagworte|keine kommentare",
        replies="kommentar schreiben|kommentar verfassen|kommentare anzeigen|alle kommentare anzeigen|"
        "kommentare lesen|jetzt kommentieren|artikel kommentieren|diskutieren sie mit|"
        "schreiben sie einen kommentar|schreibe einen kommentar|deine e-mail-adresse wird nicht veröffentlicht|"
        "gefällt mir wird geladen|"
        "deine e-mail-adresse wird nicht veröffentlicht. erforderliche felder sind mit * markiert|"
        "melden sie sich an, um zu kommentieren|zu den kommentaren|feedback geben|haben sie einen fehler gefunden|"
        "war dieser artikel hilfreich",
        letters="abonnieren sie…newsletter|abonniere…newsletter|melden sie sich…newsletter|bestellen sie…newsletter|"
        "jetzt…newsletter|hier…newsletter|newsletter…anmelden|folgen sie uns auf…|jetzt unsere app…|"
        "erhalten sie…newsletter|unser newsletter…|sie haben bereits ein abo…|jetzt abonnieren…",
        cookies="verwendet cookies|verwenden cookies|nutzt cookies|nutzen cookies|einsatz von cookies|"
        "verwendung von cookies|setzt cookies|setzen cookies|cookie-einstellungen",
        buttons="akzeptieren|alle akzeptieren|ablehnen|alle ablehnen|einstellungen|cookie-einstellungen|zustimmen|"
        "datenschutz|datenschutzerklärung|impressum|agb|einverstanden|cookies akzeptieren|alle cookies akzeptieren",
        rights="alle rechte vorbehalten|copyright",
        counted="kommentar|kommentare|mal geteilt|aufrufe|reaktionen|antworten",
        ago=r"(?:aktualisiert |veröffentlicht )?vor (?:einer|einem|\d{1,2}) (?:sek|sekunden?|min|minuten?|std|"
        r"stunden?|tag|"
        r"tagen|wochen?|monaten?|monat|jahr|jahren)\.?",
        reading=r"(?:lesezeit|lesedauer)[:\s]{0,3}(?:ca\. ?)?\d{1,3} ?(?:min|minuten?)\.?|\d{1,3} ?(?:min|"
        r"minuten?)\.? lesezeit",
        clicks=r"(?:klicken?,? |klicken sie,? |hier klicken,? |klick,? )um [^.]{2,60}\(wird in neuem fenster geöffnet|"
        r"zum (?:teilen|ausdrucken)[^.]{0,50}\(wird in neuem fenster geöffnet",
        walls=r"(?:dieser artikel|dieser beitrag|dieser inhalt) ist (?:nur |exklusiv )?für abonnent(?:en|innen "
        r"und abonnenten)(?: lesbar)?|sie haben noch \d{1,2} (?:freie |kostenlose )?artikel(?: in diesem "
        r"monat)?(?: frei)?|exklusiv für abonnenten",
        tags="schlagwörter|schlagworte|stichwörter|stichworte|kategorien|kategorie|themen|tags|abgelegt unter",
        credits="rubriklistenbild|titelbild|vorschaubild|"
        "foto|fotos|bild|bilder|foto von|bildquelle|bildnachweis|quelle|archivfoto|archivbild|"
        "symbolbild|symbolfoto|"
        "grafik|fotografie|foto-credit|bildrechte",
        captions="bildunterschrift",
        articles="der|die|das|den|dem|ein|eine|einen|im|in|am|auf|bei|wir|er|sie|es|ich|diese|dieser|hier",
        by="veröffentlicht von|geschrieben von|von|text von|ein bericht von|eine reportage von|autor|autorin|text",
        joined="und|mit",
        dates="veröffentlicht|veröffentlicht am|stand|aktualisiert|aktualisiert am|erschienen am|datum|"
        "zuletzt aktualisiert",
        places="straße|strasse|platz|allee|weg|gasse|brücke|bahnhof|flughafen|park|see|fluss|insel|stadt|dorf|"
        "hafen|markt",
        menus="über uns|redaktion|karriere|jobs|stellenangebote|stellenmarkt|kontaktformular|hilfe|"
        "hilfe & kontakt|faq|presse|mediadaten|werben|werbung buchen|anzeige aufgeben|anzeigen|newsletter|"
        "newsletter abonnieren|rss|rss-feeds|feeds|apps|app|forum|foren|archiv|heftarchiv|sitemap|"
        "nutzungsbedingungen|nutzungsbasierte onlinewerbung|datenschutzerklärung|datenschutzhinweis|"
        "datenschutz-einstellungen|privatsphäre|cookie-einstellungen|cookie-hinweise|barrierefreiheit|"
        "verträge hier kündigen|verträge kündigen|abo kündigen|abo-service|aboservice|leserservice|abonnement|"
        "abos|shop|kleinanzeigen|traueranzeigen|immobilien|partner|veranstaltungen|gewinnspiele|rätsel|spiele|"
        "tv-programm|podcast|podcasts|videos|bilder|fotostrecken|bildergalerien|horoskop|wetter|ticker|liveticker|"
        "schlagzeilen|newsticker|ressorts|rubriken|alle themen|autoren|mitarbeiter|korrekturen|sprache|"
        "barrierefrei|leichte sprache",
        topics="fußball|bundesliga|formel 1|tennis|wintersport|auto|motor|technik|netzwelt|computer|"
        "karriere & bildung|bildung|familie|kino|musik|literatur|theater|geschichte|geld|börse|immobilien|"
        "verbraucher|gesellschaft|umwelt|klima|europa|deutschland|österreich|schweiz|usa|russland|china|nahost|"
        "stil|essen|mode|garten|leben|leute|stars|vermischtes|kriminalität|verkehr",
    ),
    "fr": Words(
        fields="nom|site web|adresse e-mail|votre nom",
        teasers="lire aussi|à lire aussi|a lire aussi|lire également|à lire également|voir aussi|à voir aussi|lire|"
        "à lire|écouter|écouter aussi|regarder|en savoir plus|lire plus|pour aller plus loin|notre dossier|vidéo|"
        "sur le même sujet|lire notre enquête|lire l'article|lire l’article",
        also="lire aussi|à lire aussi|a lire aussi|lire également|à lire également|à voir aussi|voir aussi|"
        "écouter aussi",
        heads="lire aussi|à lire aussi|a lire aussi|sur le même sujet|sur le même thème|à lire également|"
        "articles liés|articles similaires|articles connexes|les plus lus|les articles les plus lus|à découvrir|"
        "vous aimerez aussi|vous pourriez aussi aimer|cela pourrait vous intéresser|dans la même rubrique|"
        "dans la même catégorie|nos derniers articles|derniers articles|à la une|le plus populaire|"
        "plus d'articles|plus d’articles|contenus sponsorisés|recommandé pour vous|les plus partagés|"
        "lire la suite|à voir aussi||à lire|nos autres articles|les dernières actualités|en direct|"
        "fil d'actualité|fil info|les plus commentés|les plus consultés|voir aussi|recommandés pour vous|"
        "articles recommandés",
        nav="contribuer|"
        "accueil|menu|recherche|rechercher|connexion|se connecter|s'inscrire|s’inscrire|s'abonner|s’abonner|"
        "abonnez-vous|contact|mentions légales|fermer|suivant|précédent|voir plus|voir tout|lire la suite|plus|"
        "newsletters|offrir cet article|écouter l'article|écouter l’article|enregistrer|mon compte|plan du site|"
        "taille du texte",
        skips="lire plus tard|réutiliser ce contenu|temps de lecture|"
        "aller à la navigation|aller à la recherche|"
        "aller à la navigation aller à la recherche|aller à : navigation, rechercher|"
        "ajouter à vos sélections|ajouter à mes sélections|lire dans l’application|lire dans l'application|"
        "aller au contenu|aller au contenu principal|passer au contenu|retour en haut|haut de page|"
        "retour à l'accueil|retour à l’accueil|ouvrir le menu|fermer le menu|aller au menu|"
        "article réservé aux abonnés|offrir l'article|offrir l’article|ajouter à vos favoris|"
        "ajouter à mes favoris|lecture facile|écouter cet article|agrandir l'image|agrandir l’image|"
        "signaler une erreur|signaler une faute|une erreur dans l’article|temps de lecture|lire l'article complet",
        sections="actualité|actualités|actu|monde|politique|économie|sport|sports|culture|société|sciences|"
        "science|santé|"
        "opinions|débats|france|international|régions|vidéos|planète|accueil|tech|médias|une|europe|dossiers",
        share="j’aime ça|j'aime ça|"
        "partager|tweeter|imprimer|envoyer|copier|copier le lien|mail|e-mail|courriel|enregistrer|suivre|réagir",
        shares="partager l'article|partager l’article|partager cet article|partager sur facebook|"
        "partager sur twitter|"
        "partager sur x|partager par e-mail|partager par mail|partager sur whatsapp|envoyer par e-mail|"
        "envoyer par mail|imprimer l'article|imprimer l’article|lien copié|suivez-nous sur facebook|"
        "suivez-nous sur twitter|suivez-nous",
        adverts="publicité|pub|publicités|annonce|sponsorisé|contenu sponsorisé",
        banners="la suite après la publicité|la suite après cette publicité|la suite de l'article après la publicité|"
        "l'article continue après la publicité|l’article continue après la publicité|suite après la publicité|"
        "passer la publicité|fin de la publicité|faire défiler pour continuer",
        loading="j’aime chargement|j'aime chargement|chargement|chargement en cours|veuillez patienter",
        comments="commentaires|commentaire|réagir|réactions|répondre|aucun commentaire|signaler une erreur|mots-clés",
        replies="laisser un commentaire|ajouter un commentaire|écrire un commentaire|voir les commentaires|"
        "lire les commentaires|poster un commentaire|voir tous les commentaires|réagir à cet article|"
        "connectez-vous pour commenter|soyez le premier à commenter|afficher les commentaires",
        letters="inscrivez-vous…newsletter|abonnez-vous…newsletter|recevez…newsletter|recevez…boîte mail|"
        "inscrivez-vous…infolettre|abonnez-vous…infolettre|inscrivez-vous…lettre|suivez-nous sur…|"
        "abonnez-vous…chaîne|"
        "téléchargez notre application…|recevez…infolettre|cet article est réservé aux abonnés…|déjà abonné…|"
        "il vous reste…lire|la suite est réservée…",
        cookies="utilise des cookies|utilisons des cookies|utilisation de cookies|utilisation des cookies|"
        "gestion des cookies|l'utilisation de cookies|dépôt de cookies",
        buttons="accepter|tout accepter|refuser|tout refuser|paramétrer|paramétrer les cookies|gérer les cookies|"
        "accepter et fermer|continuer sans accepter|politique de confidentialité|mentions légales|j'accepte|"
        "j’accepte",
        rights="tous droits réservés|copyright|reproduction interdite|toute reproduction interdite",
        counted="commentaire|commentaires|partage|partages|vues|réactions|réponses",
        ago=r"(?:publié |mis à jour |modifié )?il y a (?:une?|\d{1,2}) ?(?:s|min|h|j|secondes?|minutes?|heures?|"
        r"jours?|semaines?|mois|ans?)",
        reading=r"(?:temps de lecture|lecture)[:\s]{0,3}\d{1,3} ?(?:min|mn|minutes?)\.?|\d{1,3} ?(?:min|mn|"
        r"minutes?)\.? de lecture",
        clicks=r"cliquez? pour (?:partager|imprimer|envoyer)[^.]{0,50}\(ouvre dans une nouvelle fenêtre|"
        r"cliquez pour partager sur [\w ]{1,20}",
        walls=r"il vous reste \d{1,2}(?:[.,]\d{1,2})? ?% de cet article à lire\. la suite est réservée aux abonnés|"
        r"il vous reste \d[\d.,]{0,5} ?% de (?:cet|l.)article à lire(?:\. la suite est réservée aux "
        r"abonnés)?|la suite est réservée aux abonnés|cet article est réservé aux "
        r"abonnés|(?:contenu|article) réservé aux abonnés",
        tags="mots-clés|mots clés|étiquettes|catégories|catégorie|thèmes|tags|classé dans|rubriques",
        credits="photo|photos|crédit|crédits|crédit photo|crédits photo|photo de|photo par|image|illustration|"
        "photographie|source photo|crédit image|photo d'illustration|photo d’illustration|source de l'image",
        captions="légende image|légende|légende de l'image",
        articles="le|la|les|l|un|une|des|du|au|aux|en|dans|sur|ce|cette|ces|il|elle|nous|on|d'un|d'une",
        by="publié par|posté par|par|propos recueillis par|texte de|auteur|rédigé par|écrit par",
        joined="et|avec",
        dates="publié|publié le|mis à jour|mis à jour le|modifié le|posté le|date|paru le",
        places="rue|place|avenue|boulevard|pont|gare|aéroport|parc|lac|île|quai|route|chemin|ville|mer|port|marché",
        menus="contribuer|qui sommes-nous|à propos|a propos|nous contacter|contactez-nous|la "
        "rédaction|recrutement|emploi|"
        "offres d'emploi|aide|faq|publicité|annonceurs|boutique|newsletter|newsletters|rss|flux rss|applications|"
        "application mobile|archives|conditions générales|conditions générales d'utilisation|"
        "conditions générales de vente|cgu|cgv|politique de confidentialité|données personnelles|vie privée|"
        "charte|cookies|gestion des cookies|gérer les cookies|accessibilité|plan du site|abonnement|abonnements|"
        "s'identifier|se déconnecter|mon profil|petites annonces|annonces immo|annonces auto|annonces emploi|"
        "immobilier|jeux|mots croisés|horoscope|météo|programme tv|vidéos|photos|diaporamas|portfolio|podcasts|"
        "blogs|forums|dossiers|édition abonnés|édition du jour|le journal|services|édition globale|rechercher",
        topics="cinéma|musique|livres|théâtre|télévision|radio|football|rugby|tennis|auto|automobile|voyage|"
        "voyages|mode|cuisine|environnement|climat|éducation|technologie|technologies|pixels|numérique|idées|"
        "afrique|amériques|asie|moyen-orient|proche-orient|argent|entreprises|bourse|style|beauté|famille|justice|"
        "police|campus|jeux vidéo|arts",
    ),
    "es": Words(
        fields="nombre|web|correo electrónico",
        teasers="lea también|lee también|leer también|leer más|lea más|lee más|más información|te puede interesar|"
        "le puede interesar|vea también|ver también|mira también|además|no te pierdas|relacionado|recomendado|"
        "noticia relacionada|puede leer|puedes leer|lea además|te recomendamos|le recomendamos|video|vídeo",
        also="lea también|lee también|leer también|te puede interesar|le puede interesar|vea también|mira también|"
        "te recomendamos|le recomendamos|lea además",
        heads="lea también|lee también|noticias relacionadas|artículos relacionados|más noticias|lo más leído|"
        "lo más visto|las más leídas|los más leídos|más leídas|te puede interesar|le puede interesar|"
        "también te puede interesar|te recomendamos|le recomendamos|más en esta sección|más sobre este tema|"
        "últimas noticias|notas relacionadas|contenido relacionado|temas relacionados|más de esta sección|"
        "contenido patrocinado|lo último|recomendados|archivado en|relacionados|lo más comentado|"
        "otras noticias|no te pierdas",
        nav="ir a los comentarios|"
        "inicio|portada|menú|buscar|búsqueda|iniciar sesión|ingresar|registrarse|suscríbete|suscribirse|"
        "contacto|aviso legal|cerrar|siguiente|anterior|ver más|ver todo|leer más|seguir leyendo|más|guardar|"
        "escuchar|mi cuenta|ampliar foto|ampliar imagen|tamaño de la letra|tamaño de texto",
        skips="ir a la navegación|ir a la búsqueda|"
        "ir a la navegación ir a la búsqueda|saltar a: navegación, búsqueda|"
        "saltar al contenido|ir al contenido|ir al contenido principal|saltar al contenido principal|"
        "volver arriba|ir arriba|volver al inicio|volver a la portada|abrir menú|cerrar menú|"
        "escuchar este artículo|escuchar la noticia|sigue leyendo|seguir leyendo|escuchar noticia|ver más fotos|"
        "reportar un error|informar de un error|añadir a favoritos|guardar artículo|leer más tarde",
        sections="noticias|política|economía|deportes|cultura|mundo|internacional|nacional|opinión|sociedad|"
        "ciencia|salud|tecnología|inicio|portada|actualidad|videos|vídeos|local|españa|américa|negocios|"
        "reportajes|entretenimiento|sucesos|tribunales|vida|gente",
        share="compartir esto|me gusta esto|"
        "compartir|tuitear|twittear|imprimir|enviar|copiar|copiar enlace|correo|guardar|seguir|comentar|"
        "compartilo",
        shares="compartir en facebook|compartir en twitter|compartir en x|compartir en whatsapp|compartir por correo|"
        "comparte este artículo|compartir este artículo|comparte esta noticia|compartir esta noticia|"
        "enviar por correo|imprimir artículo|enlace copiado|síguenos en facebook|síguenos en twitter|síguenos en|"
        "síguenos en instagram|síganos en facebook|síguenos en google news",
        adverts="publicidad|anuncio|anuncios|patrocinado|contenido patrocinado",
        banners="la noticia continúa después de la publicidad|el artículo continúa después de la publicidad|"
        "sigue leyendo después de la publicidad|continúa después de la publicidad|saltar publicidad|"
        "continúa leyendo después del anuncio|la nota continúa después de la publicidad|desplázate para continuar",
        loading="me gusta cargando|cargando|espere por favor|por favor espere",
        comments="comentarios|comentario|responder|sin comentarios|etiquetas|reportar error",
        replies="dejar un comentario|deja un comentario|deje un comentario|agregar comentario|añadir comentario|"
        "ver comentarios|leer comentarios|escribe un comentario|mostrar comentarios|ver todos los comentarios|"
        "inicia sesión para comentar|sé el primero en comentar|únete a la conversación",
        letters="sigue toda la información…|síguenos también en…|regístrate gratis para seguir…|"
        "si quieres seguir toda la actualidad…|"
        "suscríbete…newsletter|suscríbase…newsletter|suscríbete…boletín|suscríbase…boletín|recibe…boletín|"
        "recibe…newsletter|reciba…boletín|reciba…newsletter|apúntate…newsletter|apúntate…boletín|síguenos en…|"
        "síganos en…|suscríbete…canal|únete…canal|descarga nuestra app…|regístrate…boletín|inscríbete…newsletter",
        cookies="utiliza cookies|utilizamos cookies|usa cookies|usamos cookies|uso de cookies|política de cookies",
        buttons="aceptar|aceptar todo|aceptar todas|rechazar|rechazar todo|rechazar todas|configurar|"
        "configurar cookies|"
        "aceptar cookies|política de cookies|política de privacidad|aviso legal|más información|acepto",
        rights="todos los derechos reservados|copyright|prohibida su reproducción|prohibida la reproducción",
        counted="comentario|comentarios|compartidos|vistas|visitas|respuestas|me gusta",
        ago=r"(?:actualizado |publicado )?hace (?:una?|un|\d{1,2}) ?(?:s|min|h|d|segundos?|minutos?|horas?|"
        r"días?|semanas?|mes|meses|años?)",
        reading=r"(?:tiempo de lectura|lectura)[:\s]{0,3}\d{1,3} ?(?:min|minutos?)\.?|\d{1,3} ?(?:min|"
        r"minutos?)\.? de lectura",
        clicks=r"haz clic (?:para|en) (?:compartir|imprimir|enviar)[^.]{0,50}\(se abre en una ventana nueva|"
        r"haz clic para compartir en [\w ]{1,20}",
        walls=r"(?:contenido|artículo) exclusivo para suscriptores|(?:para seguir leyendo|para continuar "
        r"leyendo),? (?:suscríbete|inicia sesión|regístrate)[^.]{0,40}|"
        r"suscríbete para seguir leyendo|este artículo es (?:solo|exclusivo) para suscriptores|"
        r"contenido exclusivo para suscriptores|para seguir leyendo,? (?:suscríbete|regístrate|inicia sesión)",
        tags="etiquetas|archivado en|categorías|categoría|temas|palabras clave|tags|más sobre",
        credits="foto|fotos|foto de|fotografía|fotografía de|crédito|crédito de foto|crédito foto|imagen|"
        "imagen de|fuente|foto cortesía de|cortesía de|foto archivo|foto de archivo|créditos|fuente de la imagen",
        captions="pie de foto",
        articles="el|la|los|las|un|una|unos|unas|en|al|del|este|esta|estos|se|su|sus|nos|así|aquí",
        by="publicado por|por|texto de|autor|autora|escrito por|redacción de",
        joined="y|e|con",
        dates="publicado|publicado el|actualizado|actualizado el|fecha|última actualización",
        places="calle|plaza|avenida|puente|carretera|ruta|parque|estación|aeropuerto|lago|isla|ciudad|río|"
        "puerto|mercado",
        menus="quiénes somos|sobre nosotros|acerca de|aviso legal|política de privacidad|política de cookies|"
        "configuración de cookies|condiciones de uso|términos y condiciones|términos de uso|contacto|contáctenos|"
        "publicidad|anúnciate|anunciantes|trabaja con nosotros|empleo|ayuda|preguntas frecuentes|hemeroteca|"
        "archivo|rss|boletines|newsletter|newsletters|suscripciones|suscríbete|mi cuenta|iniciar sesión|"
        "cerrar sesión|regístrate|mapa del sitio|mapa web|accesibilidad|edición impresa|clasificados|esquelas|"
        "tienda|horóscopo|loterías|el tiempo|clima|pasatiempos|juegos|crucigramas|cartelera|programación tv|blogs|"
        "fotos|galerías|especiales|firmas|columnistas|podcasts|en vivo|en directo|última hora|lo último|ediciones",
        topics="fútbol|baloncesto|tenis|motor|cine|música|libros|teatro|televisión|moda|gastronomía|viajes|"
        "educación|medio ambiente|empresas|mercados|bolsa|vivienda|américa|méxico|españa|europa|madrid|barcelona|"
        "ciencia|salud|estilo|belleza|toros|arte",
    ),
    "it": Words(
        teasers="leggi anche|leggi di più|leggi|leggi tutto|per approfondire|approfondisci|approfondimento|"
        "guarda anche|"
        "vedi anche|ascolta|guarda il video|potrebbe interessarti|potrebbe interessarti anche|da non perdere|"
        "consigliati",
        also="leggi anche|guarda anche|vedi anche|potrebbe interessarti|potrebbe interessarti anche",
        heads="leggi anche|articoli correlati|notizie correlate|ti potrebbe interessare|ti potrebbero interessare|"
        "potrebbe interessarti|potrebbe interessarti anche|i più letti|le più lette|più letti|più lette|"
        "altre notizie|"
        "altri articoli|dello stesso autore|le ultime notizie|ultime notizie|contenuti correlati|"
        "contenuti sponsorizzati|argomenti correlati|consigliati per te|in evidenza|primo piano",
        nav="menu|cerca|accedi|abbonati|registrati|contatti|chi siamo|chiudi|avanti|indietro|successivo|precedente|"
        "leggi tutto|continua a leggere|mostra altro|vedi tutti|salva|ascolta|prima pagina|homepage|area riservata",
        skips="vai alla navigazione|vai alla ricerca|"
        "vai alla navigazione vai alla ricerca|vai a: navigazione, ricerca|"
        "vai al contenuto|salta al contenuto|vai al contenuto principale|torna su|torna all'inizio|"
        "torna all’inizio|"
        "torna alla home|apri menu|chiudi menu|ascolta l'articolo|ascolta l’articolo|ascolta questo articolo",
        sections="notizie|politica|economia|sport|cultura|esteri|cronaca|mondo|società|scienza|salute|"
        "tecnologia|spettacoli|"
        "opinioni|home|italia|europa|attualità|video|motori|viaggi|ambiente|regioni",
        share="mi piace|condividi|twitta|stampa|invia|copia|copia link|salva|segui|commenta|mail",
        shares="condividi su facebook|condividi su twitter|condividi su x|condividi su whatsapp|condividi via email|"
        "condividi questo articolo|condividi l'articolo|condividi l’articolo|stampa l'articolo|invia per email|"
        "link copiato|seguici su facebook|seguici su twitter|seguici su instagram|seguici su",
        adverts="pubblicità|annuncio|annunci|sponsorizzato|contenuto sponsorizzato",
        banners="l'articolo continua dopo la pubblicità|l’articolo continua dopo la pubblicità|"
        "continua dopo la pubblicità|"
        "continua a leggere dopo la pubblicità|salta la pubblicità|scorri per continuare|"
        "l'articolo prosegue dopo la pubblicità|riproduzione riservata|© riproduzione riservata",
        loading="mi piace caricamento|caricamento|caricamento in corso|attendere prego",
        comments="commenti|commento|rispondi|nessun commento|segnala un errore",
        replies="lascia un commento|aggiungi un commento|scrivi un commento|leggi i commenti|mostra i commenti|"
        "vedi tutti i commenti|accedi per commentare|vai ai commenti|commenta la notizia",
        letters="iscriviti…newsletter|abbonati…newsletter|ricevi…newsletter|iscriviti…canale|seguici su…|"
        "registrati…newsletter|scarica la nostra app…|ricevi…email",
        cookies="utilizza cookie|utilizza i cookie|utilizziamo i cookie|utilizziamo cookie|uso dei cookie|"
        "uso di cookie|"
        "utilizzo dei cookie|utilizzo di cookie|cookie policy",
        buttons="accetta|accetta tutti|accetto|rifiuta|rifiuta tutti|personalizza|gestisci cookie|accetta i cookie|"
        "informativa privacy|cookie policy|privacy policy|note legali",
        rights="tutti i diritti riservati|riproduzione riservata|copyright",
        counted="commento|commenti|condivisioni|visualizzazioni|risposte",
        ago=r"(?:aggiornato |pubblicato )?(?:un|una|un'|\d{1,2}) ?(?:secondi|minut[oi]|or[ae]|giorn[oi]|"
        r"settiman[ae]|mes[ei]|ann[oi]) fa",
        reading=r"(?:tempo di lettura|lettura)[:\s]{0,3}\d{1,3} ?(?:min|minut[oi])\.?|\d{1,3} ?(?:min|"
        r"minut[oi])\.? di lettura",
        clicks=r"fai clic (?:qui )?(?:per|su) (?:condividere|stampare|inviare)[^.]{0,50}\(si apre in una nuova "
        r"finestra|"
        r"fai clic (?:qui )?per condividere su [\w ]{1,20}",
        walls=r"(?:contenuto|articolo|questo articolo è) riservato agli abbonati|per continuare a leggere,? "
        r"abbonati[^.]{0,40}",
        tags="tag|etichette|categorie|categoria|argomenti|parole chiave|archiviato in",
        credits="foto|foto di|foto da|fotografia di|immagine|crediti|credit|credits|fonte|foto d'archivio|"
        "foto d’archivio",
        captions="didascalia|didascalia immagine",
        articles="il|lo|la|i|gli|le|un|una|uno|nel|nella|al|alla|del|della|questo|questa|si|ci|dal|dalla",
        by="pubblicato da|scritto da|di|a cura di|testo di|dal nostro inviato|dalla nostra inviata|autore|scritto da",
        joined="e|con",
        dates="pubblicato|pubblicato il|aggiornato|aggiornato il|ultimo aggiornamento|data",
        places="via|piazza|viale|corso|ponte|stazione|aeroporto|parco|lago|isola|città|fiume|porto|mercato|strada",
        menus="chi siamo|contatti|contattaci|la redazione|redazione|pubblicità|lavora con noi|privacy|"
        "privacy policy|cookie policy|preferenze cookie|note legali|condizioni d'uso|termini e condizioni|"
        "mappa del sito|accedi|registrati|abbonati|abbonamenti|area riservata|newsletter|rss|archivio|aiuto|faq|"
        "edicola|edicola digitale|negozi|annunci|necrologi|oroscopo|meteo|giochi|programmi tv|video|foto|"
        "fotogallery|blog|podcast|edizioni locali|scrivici",
        topics="calcio|serie a|motori|tennis|cinema|musica|libri|teatro|televisione|moda|cucina|viaggi|scuola|"
        "ambiente|aziende|borsa|casa|tecnologia|salute|benessere|animali|arte|roma|milano|europa|italia|esteri|"
        "cronaca|spettacoli|lavoro",
    ),
    "pt": Words(
        teasers="leia também|leia mais|ler mais|veja também|ver também|veja mais|saiba mais|relacionado|relacionada|"
        "não perca|confira|ouça|assista|leia ainda|vídeo",
        also="leia também|veja também|leia ainda",
        heads="leia também|veja também|leia mais|notícias relacionadas|artigos relacionados|mais lidas|"
        "mais lidos|as mais lidas|"
        "os mais lidos|mais notícias|últimas notícias|você pode gostar|recomendado para você|recomendados|"
        "conteúdo relacionado|conteúdo patrocinado|temas relacionados|tópicos relacionados|relacionados|"
        "também pode gostar|pode interessar-lhe",
        nav="ouvir|exclusivos|"
        "início|menu|pesquisar|buscar|busca|entrar|iniciar sessão|cadastre-se|assine|contacto|contato|fechar|"
        "seguinte|próximo|anterior|ver mais|ver tudo|ler mais|continuar lendo|continuar a ler|guardar|salvar|"
        "ouvir|tamanho da fonte",
        skips="saltar para a navegação|saltar para a pesquisa|"
        "saltar para a navegação saltar para a pesquisa|ir para: navegação, pesquisa|"
        "ir para o conteúdo|pular para o conteúdo|saltar para o conteúdo|ir para o conteúdo principal|"
        "voltar ao topo|voltar ao início|abrir menu|fechar menu|ouvir este artigo|ouvir notícia|"
        "ouça este conteúdo|ampliar imagem|continua depois da publicidade|reportar erro|comunicar erro|"
        "leia a matéria completa",
        sections="notícias|política|economia|desporto|esportes|esporte|cultura|mundo|sociedade|ciência|saúde|"
        "tecnologia|"
        "opinião|início|brasil|portugal|cidades|internacional|vídeos|entretenimento|local",
        share="compartilhe isso|curtir isso|partilhar isto|gosto disto|"
        "compartilhar|partilhar|partilhe|compartilhe|tweetar|imprimir|enviar|copiar|copiar link|"
        "copiar ligação|comentar|"
        "guardar|salvar|seguir",
        shares="compartilhe no whatsapp|compartilhe no facebook|compartilhe no twitter|compartilhe no x|"
        "compartilhar no facebook|compartilhar no twitter|compartilhar no whatsapp|partilhar no facebook|"
        "partilhar no twitter|partilhar no whatsapp|partilhar este artigo|compartilhe este artigo|"
        "compartilhe esta notícia|partilhe este artigo|enviar por e-mail|enviar por email|link copiado|"
        "siga-nos no facebook|siga-nos no twitter|siga-nos no instagram|siga-nos",
        adverts="publicidade|anúncio|anúncios|patrocinado|conteúdo patrocinado|continua após a publicidade",
        banners="continua após a publicidade|continua depois da publicidade|o artigo continua após a publicidade|"
        "a notícia continua após a publicidade|pular anúncio|saltar anúncio|role para continuar",
        loading="curtir carregando|carregando|a carregar|aguarde|por favor aguarde",
        comments="comentários|comentário|responder|sem comentários|reportar erro",
        replies="deixe um comentário|deixar um comentário|deixe o seu comentário|deixe seu comentário|"
        "adicionar comentário|"
        "ver comentários|ler comentários|mostrar comentários|escreva um comentário|ver todos os comentários",
        letters="clique aqui…whatsapp|clique aqui…canal|siga nosso…|siga o nosso…|siga nossas…|subscreva já…|"
        "assine já…|tem dúvidas, sugestões ou críticas…|quer receber…whatsapp|"
        "assine…newsletter|subscreva…newsletter|receba…newsletter|inscreva-se…newsletter|"
        "inscreva-se…canal|receba…e-mail|siga-nos no…|siga-nos na…|cadastre-se…newsletter|baixe nosso aplicativo…|"
        "descarregue a nossa app…|este conteúdo é exclusivo para assinantes…|siga…canal|siga o…whatsapp|"
        "receba…whatsapp|participe…grupo|entre…grupo",
        cookies="utiliza cookies|utilizamos cookies|usa cookies|usamos cookies|uso de cookies|política de cookies|"
        "utilização de cookies",
        buttons="aceitar|aceitar todos|aceitar tudo|rejeitar|rejeitar todos|recusar|configurar|aceitar cookies|"
        "política de privacidade|política de cookies|aceito|concordo|termos de uso",
        rights="todos os direitos reservados|copyright",
        counted="comentário|comentários|partilhas|compartilhamentos|visualizações|respostas",
        ago=r"(?:atualizado |publicado )?há (?:uma?|\d{1,2}) ?(?:s|min|h|d|segundos?|minutos?|horas?|dias?|"
        r"semanas?|mês|meses|anos?)",
        reading=r"(?:tempo de leitura|leitura)[:\s]{0,3}\d{1,3} ?(?:min|minutos?)\.?|\d{1,3} ?(?:min|"
        r"minutos?)\.? de leitura",
        clicks=r"clique para (?:compartilhar|partilhar|imprimir|enviar)[^.]{0,50}\(abre em nova janela|"
        r"clique para (?:compartilhar|partilhar) n[oa] [\w ]{1,20}",
        walls="(?:conteúdo|artigo) exclusivo para subscritores|"
        r"(?:conteúdo|artigo) exclusivo para assinantes",
        tags="etiquetas|categorias|categoria|palavras-chave|tags|marcadores|arquivado em",
        credits="foto|fotos|foto de|imagem|imagem de|crédito|créditos|crédito da foto|fotografia|fotografia de|fonte|"
        "foto de arquivo|foto arquivo",
        captions="legenda da foto|legenda",
        articles="o|a|os|as|um|uma|uns|no|na|nos|nas|ao|do|da|este|esta|em",
        by="publicado por|escrito por|por|texto de|autor|autora|escrito por|texto",
        joined="e|com",
        dates="publicado|publicado em|atualizado|atualizado em|data|última atualização",
        places="rua|praça|avenida|ponte|estrada|parque|estação|aeroporto|lago|ilha|cidade|rio|porto|mercado",
        menus="quem somos|sobre nós|sobre|fale conosco|contato|contacto|contactos|anuncie|publicidade|"
        "trabalhe conosco|expediente|ficha técnica|política de privacidade|política de cookies|termos de uso|"
        "termos e condições|princípios editoriais|ajuda|mapa do site|assine|assinatura|assinar|minha conta|entrar|"
        "sair|cadastre-se|newsletter|newsletters|rss|arquivo|acervo|edição impressa|edições|classificados|loja|"
        "horóscopo|loterias|previsão do tempo|jogos|palavras cruzadas|programação|blogs|colunas|colunistas|fotos|"
        "galerias|especiais|podcasts|ao vivo|últimas|últimas notícias|editorias",
        topics="futebol|esportes|desporto|tênis|carros|cinema|música|livros|teatro|televisão|moda|culinária|"
        "viagem|viagens|turismo|educação|meio ambiente|empresas|mercados|imóveis|brasil|portugal|europa|"
        "rio de janeiro|são paulo|famosos|pop|bem-estar|carreira|arte|ciência|tecnologia",
    ),
    "nl": Words(
        teasers="lees ook|lees meer|lees verder|bekijk ook|zie ook|luister ook|meer over|kijk ook|beluister|"
        "bekijk|gerelateerd",
        also="lees ook|bekijk ook|luister ook|kijk ook",
        heads="lees ook|meer nieuws|meer over dit onderwerp|meer over|gerelateerde artikelen|gerelateerd nieuws|"
        "gerelateerd|"
        "meest gelezen|best gelezen|aanbevolen|aanbevolen artikelen|laatste nieuws|populair|ook interessant|"
        "dit vind je misschien ook leuk|bekijk ook|meer lezen|meer van deze auteur|lees meer",
        nav="startpagina|menu|zoeken|inloggen|aanmelden|registreren|abonneren|contact|sluiten|volgende|vorige|meer|"
        "lees verder|meer laden|bekijk alles|nieuws|voorpagina|bewaren|luister",
        skips="naar navigatie springen|naar zoeken springen|"
        "naar navigatie springen naar zoeken springen|ga naar: navigatie, zoeken|"
        "ga naar inhoud|naar inhoud|ga naar de inhoud|ga naar hoofdinhoud|naar boven|terug naar boven|"
        "terug naar home|terug naar overzicht|menu openen|menu sluiten|luister naar dit artikel",
        sections="nieuws|politiek|economie|sport|cultuur|binnenland|buitenland|wetenschap|gezondheid|opinie|"
        "regio|tech|"
        "home|wereld|achtergrond|lifestyle|media",
        share="dit delen|vind ik leuk|"
        "delen|deel|tweeten|printen|afdrukken|mailen|kopieer link|link kopiëren|bewaren|volgen",
        shares="deel dit artikel|artikel delen|deel op facebook|deel op twitter|deel via whatsapp|delen via e-mail|"
        "delen op facebook|delen op twitter|delen via whatsapp|link gekopieerd|volg ons op facebook|"
        "volg ons op twitter|"
        "volg ons op instagram|volg ons",
        adverts="advertentie|advertenties|reclame|gesponsord",
        banners="artikel gaat verder na advertentie|artikel gaat verder onder de advertentie|"
        "tekst gaat verder onder de advertentie|de tekst gaat verder onder de advertentie|"
        "lees verder na de advertentie|verder lezen na de advertentie|artikel gaat verder onder de foto|"
        "tekst gaat verder onder de foto|advertentie overslaan|tekst loopt door onder de foto|"
        "de tekst loopt door onder de foto|de tekst gaat verder onder de foto|tekst loopt door onder de video|"
        "tekst gaat verder onder de video|het artikel gaat hieronder verder|lees verder onder de foto|"
        "lees verder onder de advertentie|lees hieronder verder",
        loading="like laden|vind-ik-leuk laden|laden|bezig met laden|even geduld",
        comments="reacties|reactie|reageren|reageer|geen reacties|fout melden",
        replies="plaats een reactie|geef een reactie|reageer op dit artikel|bekijk reacties|toon reacties|"
        "bekijk alle reacties|log in om te reageren|lees de reacties|tip de redactie|reageer|"
        "fout gezien? mail ons|heb je een fout gezien|taalfout gezien",
        letters="wil je reageren…mail|wilt u reageren…mail|reageren…stuur|"
        "schrijf je in…nieuwsbrief|schrijf u in…nieuwsbrief|meld je aan…nieuwsbrief|abonneer je…nieuwsbrief|"
        "abonneer u…nieuwsbrief|ontvang…nieuwsbrief|aanmelden…nieuwsbrief|volg ons op…|download onze app…|"
        "dit artikel is alleen voor abonnees…",
        cookies="gebruikt cookies|gebruiken cookies|maakt gebruik van cookies|maken gebruik van cookies|"
        "gebruik van cookies",
        buttons="accepteren|alles accepteren|weigeren|alles weigeren|akkoord|cookie-instellingen|instellingen|"
        "cookies accepteren|privacybeleid|privacyverklaring|algemene voorwaarden",
        rights="alle rechten voorbehouden|copyright",
        counted="reactie|reacties|keer gedeeld|weergaven",
        ago=r"(?:een|\d{1,2}) ?(?:sec|min|seconden?|minu(?:ut|ten)|uur|uren|dag|dagen|we(?:ek|ken)|maanden?|"
        r"jaar) geleden",
        reading=r"leestijd[:\s]{0,3}\d{1,3} ?(?:min|minu(?:ut|ten))\.?|\d{1,3} ?(?:min|minu(?:ut|"
        r"ten))\.? (?:lezen|leestijd)",
        clicks=r"klik om [^.]{2,60}\(wordt in een nieuw venster geopend",
        walls=r"dit artikel is (?:exclusief |alleen )voor abonnees|(?:exclusief|alleen) voor abonnees",
        tags="trefwoorden|categorieën|categorie|onderwerpen|tags|labels",
        credits="beeld|foto|foto's|foto’s|beeld|bron|foto van|fotograaf|archieffoto|illustratie",
        articles="de|het|een|in|op|deze|dit|die|dat|we|hij|zij|ze|er",
        by="geplaatst door|door|tekst door|auteur|tekst|geschreven door",
        joined="en|met",
        dates="gepubliceerd|gepubliceerd op|bijgewerkt|bijgewerkt op|geplaatst op|datum|laatst bijgewerkt",
        places="straat|plein|laan|weg|brug|gracht|station|luchthaven|park|meer|eiland|stad|dorp|haven|markt",
        menus="over ons|contact opnemen|colofon|vacatures|werken bij|adverteren|klantenservice|"
        "veelgestelde vragen|privacybeleid|privacy statement|privacy|cookiebeleid|cookie-instellingen|cookies|"
        "algemene voorwaarden|gebruiksvoorwaarden|disclaimer|sitemap|rss|nieuwsbrief|nieuwsbrieven|abonneren|"
        "abonnementen|abonnement|mijn account|inloggen|uitloggen|registreren|archief|apps|shop|webshop|puzzels|"
        "horoscoop|weer|verkeer|tv-gids|podcasts|video's|foto's|columns|opinie|redactie|tip de redactie|help",
        topics="binnenland|buitenland|voetbal|wielrennen|tennis|formule 1|film|muziek|boeken|media|tech|auto|"
        "wonen|koken|eten|reizen|onderwijs|milieu|geld|beurs|carrière|koningshuis|shownieuws|entertainment|regio|"
        "economie|politiek|wetenschap|gezondheid",
    ),
    "pl": Words(
        teasers="czytaj także|czytaj też|czytaj również|czytaj więcej|zobacz też|zobacz także|zobacz również|"
        "zobacz więcej|"
        "przeczytaj też|przeczytaj także|przeczytaj również|więcej|polecamy|obejrzyj|posłuchaj|warto przeczytać",
        also="czytaj także|czytaj też|czytaj również|zobacz też|zobacz także|zobacz również|przeczytaj też|"
        "przeczytaj także",
        heads="czytaj także|czytaj też|czytaj więcej|zobacz także|zobacz też|zobacz więcej|powiązane artykuły|"
        "powiązane|"
        "podobne artykuły|polecamy|polecane|polecane artykuły|najczęściej czytane|najpopularniejsze|najnowsze|"
        "najnowsze wiadomości|może cię zainteresować|więcej na ten temat|przeczytaj także|"
        "artykuły sponsorowane|materiały sponsorowane|pozostałe wiadomości",
        nav="strona główna|menu|szukaj|zaloguj|zaloguj się|zarejestruj się|subskrybuj|prenumerata|kontakt|zamknij|"
        "następny|poprzedni|więcej|czytaj dalej|pokaż więcej|zobacz wszystkie|zapisz|posłuchaj|regulamin|"
        "rozmiar tekstu|powiększ zdjęcie|zobacz zdjęcia|zobacz galerię|pozostało jeszcze",
        skips="dziękujemy, że przeczytałaś/eś nasz artykuł do końca|"
        "dziękujemy, że przeczytałaś/eś nasz artykuł do końca. bądź na bieżąco! obserwuj nas w wiadomościach google|"
        "dziękujemy, że przeczytałeś nasz artykuł do końca|"
        "przejdź do nawigacji|przejdź do wyszukiwania|"
        "przejdź do nawigacji przejdź do wyszukiwania|skocz do: nawigacja, szukaj|"
        "przejdź do treści|przejdź do głównej treści|przejdź do treści głównej|wróć na górę|do góry|"
        "powrót do góry|powrót na stronę główną|otwórz menu|zamknij menu|wróć do strony głównej|"
        "posłuchaj artykułu|zgłoś błąd|przejdź do galerii|dalsza część tekstu pod wideo|"
        "dalsza część artykułu pod materiałem wideo|dalsza część artykułu pod wideo|"
        "dalsza część tekstu znajduje się pod reklamą|dalsza część tekstu pod reklamą",
        sections="wiadomości|polityka|gospodarka|sport|kultura|świat|kraj|społeczeństwo|nauka|zdrowie|opinie|"
        "technologia|"
        "polska|biznes|wideo|rozrywka|aktualności",
        share="udostępnij|tweetnij|drukuj|wydrukuj|wyślij|kopiuj link|skopiuj link|zapisz|obserwuj|podziel się",
        shares="udostępnij na facebooku|udostępnij artykuł|udostępnij na twitterze|podziel się artykułem|"
        "udostępnij ten artykuł|wyślij e-mailem|wydrukuj artykuł|skopiowano link|śledź nas na facebooku|"
        "obserwuj nas na twitterze|obserwuj nas|polub nas na facebooku",
        adverts="reklama|reklamy|ogłoszenie|artykuł sponsorowany|materiał sponsorowany",
        banners="dalszy ciąg materiału pod wideo|dalsza część artykułu pod reklamą|ciąg dalszy artykułu pod reklamą|"
        "dalsza część tekstu pod reklamą|artykuł kontynuowany pod reklamą|reszta artykułu pod materiałem wideo|"
        "dalszy ciąg artykułu pod reklamą|pomiń reklamę",
        loading="ładowanie|wczytywanie|trwa ładowanie|proszę czekać",
        comments="komentarze|komentarz|skomentuj|odpowiedz|brak komentarzy|zgłoś błąd",
        replies="dodaj komentarz|zostaw komentarz|napisz komentarz|pokaż komentarze|zobacz komentarze|"
        "zobacz wszystkie komentarze|zaloguj się, aby skomentować|dołącz do dyskusji",
        letters="obserwuj nas w…google|bądź na bieżąco…obserwuj|"
        "zapisz się…newsletter|zapisz się…newslettera|subskrybuj…newsletter|otrzymuj…newsletter|"
        "obserwuj nas na…|dołącz do nas na…|pobierz naszą aplikację…|subskrybuj nasz kanał…",
        cookies="używa plików cookie|używamy plików cookie|wykorzystuje pliki cookie|wykorzystujemy pliki cookie|"
        "korzysta z plików cookie|używamy cookies|używa cookies|stosujemy pliki cookie",
        buttons="akceptuję|akceptuj|akceptuj wszystkie|odrzuć|odrzuć wszystkie|ustawienia|zgadzam się|"
        "polityka prywatności|regulamin|ustawienia cookies|przejdź do serwisu",
        rights="wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone|copyright",
        counted="komentarz|komentarze|komentarzy|udostępnień|wyświetleń|odpowiedzi",
        ago=r"(?:\d{1,2} )?(?:sekund[ay]?|min|minut[ayę]?|godz|godzin[ayę]?|dni|dzień|tydzień|tygodni[ae]?|"
        r"miesi[ąęcy]{1,4}|rok|lata?)\.? temu",
        reading=r"czas czytania[:\s]{0,3}(?:ok\. ?)?\d{1,3} ?(?:min|minut[ay]?)\.?|\d{1,3} ?(?:min|"
        r"minut[ay]?)\.? czytania|"
        r"ten (?:tekst|artykuł) przeczytasz w (?:mniej niż )?\d{1,2} ?min(?:utę|uty|ut|\.)?",
        clicks=r"kliknij,? (?:aby|by) (?:udostępnić|wydrukować|wysłać)[^.]{0,50}\(otwiera się w nowym oknie",
        walls=r"artykuł dostępny tylko dla (?:prenumeratorów|subskrybentów)",
        tags="tagi|kategorie|kategoria|słowa kluczowe|tematy",
        credits="fot|fot.|foto|zdjęcie|zdjęcia|źródło|autor zdjęcia|źródło zdjęcia|grafika|fot. archiwum",
        articles="w|na|z|po|to|ten|ta|te|do|od|przy|jest|są",
        by="autor|autorka|tekst|opracowanie|oprac",
        joined="i|oraz",
        dates="opublikowano|data publikacji|aktualizacja|zaktualizowano|dodano|data|ostatnia aktualizacja",
        places="ulica|plac|aleja|most|rynek|dworzec|lotnisko|park|jezioro|wyspa|miasto|rzeka|port|droga",
        menus="o nas|redakcja|kontakt|reklama|praca|kariera|pomoc|regulamin|polityka prywatności|polityka cookies|"
        "ustawienia prywatności|prywatność|mapa strony|newsletter|rss|archiwum|prenumerata|zaloguj|zaloguj się|"
        "wyloguj|zarejestruj się|moje konto|subskrybuj|sklep|ogłoszenia|nekrologi|horoskop|pogoda|program tv|"
        "galerie|zdjęcia|wideo|podcasty|blogi|felietony|wydanie cyfrowe|e-wydanie|na żywo|najnowsze",
        topics="piłka nożna|żużel|tenis|film|muzyka|książki|teatr|moda|kuchnia|podróże|edukacja|szkoła|środowisko|"
        "giełda|motoryzacja|moto|finanse|nieruchomości|praca|region|polska|europa|warszawa|kraków|gwiazdy|"
        "styl życia|historia|prawo|rolnictwo",
    ),
    "uk": Words(
        teasers="читайте також|читати також|читайте ще|читайте|читати далі|дивіться також|дивіться|слухайте|"
        "докладніше|"
        "детальніше|більше про це|до теми|за темою|по темі|також|дивитися також|рекомендуємо|важливо",
        also="читайте також|читати також|читайте ще|дивіться також",
        heads="читайте також|читайте ще|за темою|по темі|до теми|схожі новини|схожі матеріали|пов'язані новини|"
        "пов’язані новини|пов'язані статті|інші новини|останні новини|популярне|популярні новини|найпопулярніше|"
        "найчитаніше|рекомендуємо|рекомендовані|вас може зацікавити|вам може сподобатися|більше новин|"
        "новини партнерів|дивіться також|читайте більше|матеріали за темою|більше за темою|головне|"
        "новини за темою|ще новини|вибір редакції",
        nav="головна|меню|пошук|увійти|вхід|реєстрація|підписатися|контакти|про нас|закрити|далі|назад|ще|більше|"
        "показати більше|читати далі|усі новини|всі новини|новини|зберегти|слухати|детальніше|розмір шрифту",
        skips="якщо ви помітили помилку, виділіть необхідний текст і натисніть ctrl+enter, щоб повідомити про "
        "це редакцію|"
        "якщо ви знайшли помилку, виділіть необхідний текст і натисніть ctrl+enter, щоб повідомити про це редакцію|"
        "перейти до навігації|перейти до пошуку|"
        "перейти до навігації перейти до пошуку|перейти до: навігація, пошук|"
        "перейти до вмісту|перейти до основного вмісту|перейти до змісту|на головну|повернутися на головну|"
        "повернутися до новин|до новин та історій|вгору|нагору|відкрити меню|закрити меню|прослухати статтю|"
        "до основного вмісту|помітили помилку|знайшли помилку|"
        "якщо ви помітили помилку, виділіть необхідний текст і натисніть ctrl+enter|"
        "якщо ви знайшли помилку, виділіть її та натисніть ctrl+enter|"
        "якщо ви помітили помилку, виділіть її і натисніть ctrl+enter|слухати статтю",
        sections="новини|політика|економіка|спорт|культура|світ|суспільство|наука|здоров'я|здоров’я|думки|"
        "технології|відео|фото|головна|україна|війна|статті|інтерв'ю|інтерв’ю|блоги|історії|події|пояснення|"
        "репортажі|регіони|спецпроєкти|київ",
        share="поділитися|поділитись|поширити|твітнути|надіслати|друк|роздрукувати|копіювати|скопіювати посилання|"
        "копіювати посилання|фейсбук|твіттер|телеграм|вайбер|зберегти|підписатися",
        shares="поділитися у facebook|поділитися в facebook|поділитися у фейсбуці|поділитися в telegram|"
        "поділитися у twitter|поділитися новиною|поділитися статтею|поділіться з друзями|поширити у facebook|"
        "посилання скопійовано|надіслати другу|версія для друку|стежте за нами|слідкуйте за нами",
        adverts="реклама|оголошення|на правах реклами|промо|спонсорований матеріал",
        banners="продовження після реклами|продовження статті після реклами|текст продовжується після реклами|"
        "пропустити рекламу|закрити рекламу",
        loading="завантаження|завантажується|зачекайте|будь ласка, зачекайте",
        comments="коментарі|коментар|коментувати|відповісти|немає коментарів|обговорення|теги|повідомити про помилку",
        replies="залишити коментар|додати коментар|написати коментар|показати коментарі|переглянути коментарі|"
        "усі коментарі|всі коментарі|увійдіть, щоб коментувати|читати коментарі|"
        "якщо ви помітили помилку, виділіть її мишкою та натисніть ctrl+enter",
        letters="підпишіться…розсилку|підписуйтесь…розсилку|підписуйтеся…розсилку|підпишіться…канал|"
        "підписуйтесь…канал|"
        "підписуйтеся…канал|підписуйтесь на…|підписуйтеся на…|підпишіться на наш…|стежте за…telegram|"
        "слідкуйте за…telegram|"
        "приєднуйтесь…каналу|отримуйте…розсилку|долучайтеся…каналу|якщо ви знайшли помилку…|"
        "якщо ви помітили помилку…|"
        "знайшли помилку…",
        cookies="використовує файли cookie|використовуємо файли cookie|використовує cookies|використовуємо cookies|"
        "використання файлів cookie|використання cookies|файли cookie",
        buttons="прийняти|прийняти все|прийняти всі|відхилити|відхилити всі|погоджуюсь|погоджуюся|налаштування|"
        "політика конфіденційності|умови використання|зрозуміло|згоден",
        rights="усі права захищено|всі права захищено|усі права захищені|всі права захищені|copyright|"
        "при використанні матеріалів|передрук матеріалів",
        counted="коментар|коментарі|коментарів|поширень|переглядів|перегляди|відповідей",
        ago=r"(?:оновлено )?(?:\d{1,2} )?(?:секунд[иу]?|хв|хвилин[иу]?|год|годин[иу]?|день|дні|днів|тиждень|"
        r"тижні|тижнів|місяц[іьяів]{1,3}|рік|роки|років)\.? тому",
        reading=r"(?:час читання|читати)[:\s]{0,3}\d{1,3} ?(?:хв|хвилин[иу]?)\.?|\d{1,3} ?(?:хв|"
        r"хвилин[иу]?)\.? (?:читання|на читання)",
        clicks=r"натисніть,? щоб (?:поділитися|поширити|надрукувати|надіслати)[^.]{0,50}\(відкривається у новому вікні",
        tags="теги|мітки|категорії|рубрики|рубрика|ключові слова|теми|тема",
        credits="фото|світлина|світлини|фото з|фото від|джерело|джерело фото|автор фото|фотографія|ілюстрація|"
        "ілюстративне фото|архівне фото|фото ілюстративне|скриншот",
        captions="підпис до фото",
        articles="у|в|на|з|це|цей|ця|ці|до|від|біля|він|вона|вони|ми|як|коли",
        by="автор|авторка|автори|текст|підготував|підготувала|журналіст|журналістка",
        joined="та|і|й",
        dates="опубліковано|оновлено|дата|дата публікації|останнє оновлення",
        places="вулиця|вул|площа|проспект|просп|міст|вокзал|парк|озеро|острів|місто|село|траса|шосе|бульвар|провулок",
        menus="про нас|контакти|контакт|реклама|вакансії|редакція|редакційна політика|політика конфіденційності|"
        "правила користування|умови використання|угода користувача|карта сайту|архів|rss|розсилка|підписка|"
        "підписатися|увійти|вийти|реєстрація|особистий кабінет|пошук|меню|допомога|фото|відео|подкасти|блоги|"
        "спецпроєкти|спецпроекти|проєкти|проекти|погода|гороскоп|афіша|усі новини|всі новини|стрічка новин|укр|"
        "рус|eng|ua|ru|en|українською|по-русски",
        topics="футбол|бокс|теніс|кіно|музика|книги|театр|мода|рецепти|подорожі|освіта|довкілля|гроші|фінанси|"
        "авто|нерухомість|життя|київ|львів|одеса|харків|україна|європа|світ|війна|історія|технології",
    ),
    "ru": Words(
        teasers="читайте также|читать также|читайте еще|читайте ещё|читайте|читать далее|смотрите также|"
        "смотрите|слушайте|"
        "подробнее|больше по теме|по теме|также по теме|в тему|рекомендуем|важно|смотреть также",
        also="читайте также|читать также|читайте еще|читайте ещё|смотрите также",
        heads="читайте также|читайте еще|читайте ещё|по теме|также по теме|похожие новости|похожие материалы|"
        "похожие статьи|"
        "другие новости|последние новости|популярное|популярные новости|самое читаемое|самое популярное|рекомендуем|"
        "вам может понравиться|вас может заинтересовать|больше новостей|новости партнеров|новости партнёров|"
        "материалы по теме|новости по теме|смотрите также|главное|главные новости|ещё по теме|еще по теме|"
        "лента новостей",
        nav="главная|меню|поиск|войти|вход|регистрация|подписаться|контакты|о нас|закрыть|далее|дальше|назад|ещё|"
        "еще|показать еще|показать ещё|читать далее|все новости|новости|сохранить|слушать|подробнее|размер шрифта|"
        "показать полностью|развернуть",
        skips="перейти к навигации|перейти к поиску|"
        "перейти к навигации перейти к поиску|перейти к: навигация, поиск|"
        "перейти к содержимому|перейти к основному содержанию|перейти к содержанию|на главную|"
        "вернуться на главную|вернуться к новостям|наверх|вверх|открыть меню|закрыть меню|к основному содержанию|"
        "прослушать статью|читать в telegram|читать нас в telegram|нашли опечатку|нашли ошибку|"
        "нашли опечатку? выделите её и нажмите ctrl + enter|нашли опечатку? выделите ее и нажмите ctrl + enter|"
        "заметили ошибку? выделите её и нажмите ctrl+enter|слушать статью|версия для печати",
        sections="новости|политика|экономика|спорт|культура|мир|общество|наука|здоровье|мнения|технологии|видео|фото|"
        "главная|россия|война|статьи|интервью|блоги|истории|происшествия|репортажи|регионы|бизнес",
        share="поделиться|твитнуть|отправить|печать|распечатать|копировать|скопировать ссылку|копировать ссылку|"
        "вконтакте|"
        "одноклассники|фейсбук|твиттер|телеграм|сохранить|подписаться",
        shares="поделиться в facebook|поделиться в telegram|поделиться в twitter|поделиться вконтакте|"
        "поделиться новостью|"
        "поделиться статьей|поделиться статьёй|поделитесь с друзьями|ссылка скопирована|отправить другу|"
        "версия для печати|следите за нами",
        adverts="реклама|объявление|на правах рекламы|промо|спонсорский материал",
        banners="продолжение после рекламы|продолжение статьи после рекламы|текст продолжается после рекламы|"
        "пропустить рекламу|закрыть рекламу",
        loading="загрузка|загружается|подождите|пожалуйста, подождите|идет загрузка|идёт загрузка",
        comments="комментарии|комментарий|комментировать|ответить|нет комментариев|обсуждение|теги|сообщить об ошибке",
        replies="оставить комментарий|добавить комментарий|написать комментарий|показать комментарии|"
        "посмотреть комментарии|все комментарии|войдите, чтобы комментировать|читать комментарии",
        letters="подпишитесь…рассылку|подписывайтесь…рассылку|подпишитесь…канал|подписывайтесь…канал|"
        "подписывайтесь на…|"
        "подпишитесь на наш…|следите за…telegram|присоединяйтесь…каналу|получайте…рассылку|"
        "если вы нашли ошибку…|если вы заметили ошибку…|нашли ошибку…|нашли опечатку…",
        cookies="использует файлы cookie|используем файлы cookie|использует cookies|используем cookies|"
        "использует cookie|"
        "использование файлов cookie|использование cookie|используем cookie",
        buttons="принять|принять все|отклонить|отклонить все|согласен|соглашаюсь|настройки|"
        "политика конфиденциальности|условия использования|понятно|хорошо",
        rights="все права защищены|copyright|при использовании материалов|перепечатка материалов",
        counted="комментарий|комментария|комментариев|просмотров|просмотра|ответов|репостов",
        ago=r"(?:обновлено )?(?:\d{1,2} )?(?:секунд[уы]?|мин|минут[уы]?|час|часа|часов|день|дня|дней|недел[юиь]|"
        r"месяц|месяца|месяцев|год|года|лет)\.? назад",
        reading=r"(?:время чтения|читать)[:\s]{0,3}\d{1,3} ?(?:мин|минут[уы]?)\.?|\d{1,3} ?(?:мин|"
        r"минут[уы]?)\.? (?:чтения|на чтение)",
        clicks=r"нажмите(?: здесь)?,? чтобы (?:поделиться|отправить|открыть|распечатать)[^.]{0,50}\(открывается "
        r"в новом окне",
        walls=r"(?:материал|статья) доступ(?:ен|на) только (?:для )?подписчик(?:ам|ов)",
        tags="теги|метки|рубрики|рубрика|категории|ключевые слова",
        credits="фото|фотография|фото из|снимок|источник|источник фото|автор фото|иллюстрация|архивное фото|скриншот",
        captions="подпись к фото",
        articles="в|на|с|это|этот|эта|эти|к|от|у|он|она|они|мы|как|когда",
        by="автор|авторы|текст|подготовил|подготовила|корреспондент",
        joined="и",
        dates="опубликовано|обновлено|дата|дата публикации|последнее обновление",
        places="улица|ул|площадь|проспект|мост|вокзал|парк|озеро|остров|город|деревня|трасса|шоссе|бульвар|переулок",
        menus="о нас|о проекте|о проекте|контакты|реклама|вакансии|редакция|правовая информация|"
        "политика конфиденциальности|пользовательское соглашение|правила использования|карта сайта|архив|rss|"
        "рассылка|подписка|войти|выйти|вход|регистрация|личный кабинет|поиск|помощь|фото|видео|подкасты|блоги|"
        "спецпроекты|погода|гороскоп|афиша|все новости|лента новостей|программа передач|телепрограмма|инфографика|"
        "мультимедиа|обратная связь",
        topics="футбол|хоккей|теннис|бокс|кино|музыка|книги|театр|мода|рецепты|путешествия|образование|экология|"
        "деньги|финансы|бизнес|авто|недвижимость|жизнь|москва|петербург|россия|европа|мир|история|технологии|"
        "интернет|происшествия|криминал|армия",
    ),
    "sv": Words(
        teasers="läs också|läs även|läs mer|läs vidare|se också|se även|lyssna|mer om|relaterat|missa inte",
        also="läs också|läs även|se också|se även",
        heads="läs också|läs även|läs mer|relaterade artiklar|relaterat|relaterat innehåll|mest läst|mest lästa|"
        "mest delat|senaste nytt|fler nyheter|fler artiklar|mer om ämnet|rekommenderat|du kanske också gillar|"
        "populärt just nu|läs mer om|just nu|till startsidan",
        nav="hem|startsida|meny|sök|logga in|registrera|prenumerera|kontakt|stäng|nästa|föregående|mer|läs vidare|"
        "visa mer|visa alla|nyheter|spara|lyssna",
        skips="hoppa till innehåll|hoppa till innehållet|gå till innehåll|till innehållet|till toppen|"
        "till startsidan|"
        "öppna menyn|stäng menyn|lyssna på artikeln|tillbaka till startsidan",
        sections="nyheter|politik|ekonomi|sport|kultur|inrikes|utrikes|världen|sverige|vetenskap|hälsa|debatt|"
        "ledare|nöje|opinion",
        share="dela|tweeta|skriv ut|mejla|e-posta|kopiera länk|spara|följ",
        shares="dela artikeln|dela på facebook|dela på twitter|dela via e-post|dela den här artikeln|"
        "skriv ut artikeln|"
        "länk kopierad|följ oss på facebook|följ oss på instagram|följ oss på twitter|följ oss",
        adverts="annons|annonser|reklam|sponsrat|annonssamarbete",
        banners="artikeln fortsätter efter annonsen|artikeln fortsätter nedanför annonsen|"
        "texten fortsätter efter annonsen|"
        "fortsätt läsa efter annonsen|hoppa över annonsen|artikeln fortsätter under annonsen",
        loading="laddar|läser in|vänta",
        comments="kommentarer|kommentar|svara|inga kommentarer|rapportera fel",
        replies="lämna en kommentar|skriv en kommentar|visa kommentarer|läs kommentarer|kommentera artikeln|"
        "visa alla kommentarer|tipsa redaktionen|tipsa oss|har du tipsat oss? mejla redaktionen|"
        "har du ett tips? kontakta oss|rapportera fel|hittat ett fel|har du hittat ett fel",
        letters="prenumerera på…nyhetsbrev|"
        "prenumerera…nyhetsbrev|anmäl dig…nyhetsbrev|få…nyhetsbrev|skriv upp dig…nyhetsbrev|följ oss på…|"
        "ladda ner vår app…|det här är en låst artikel…",
        cookies="använder cookies|använder kakor|användning av cookies|använder sig av cookies",
        buttons="acceptera|acceptera alla|godkänn|godkänn alla|avvisa|avvisa alla|neka|inställningar|integritetspolicy",
        rights="alla rättigheter förbehållna|copyright|med ensamrätt",
        counted="kommentar|kommentarer|delningar|visningar|svar",
        ago=r"(?:för )?(?:en|ett|\d{1,2}) ?(?:sek|min|sekunder?|minut(?:er)?|timm(?:e|ar)|tim|dag|dagar|"
        r"veck(?:a|or)|månad(?:er)?|år) sedan",
        reading=r"(?:lästid|läsning)[:\s]{0,3}(?:ca )?\d{1,3} ?(?:min|minuter)\.?|\d{1,3} ?(?:min|"
        r"minuter)\.? läsning",
        clicks=r"klicka för att (?:dela|skriva ut|skicka)[^.]{0,50}\(öppnas i ett nytt fönster",
        walls=r"(?:den här artikeln|artikeln) är (?:endast )?för prenumeranter|endast för prenumeranter",
        tags="taggar|etiketter|kategorier|kategori|ämnen|nyckelord",
        credits="foto|bild|bilder|fotograf|arkivbild|källa|illustration",
        articles="en|ett|den|det|de|i|på|vid|vi|han|hon|här",
        by="av|text|text av|skriven av",
        joined="och|med",
        dates="publicerad|publicerat|uppdaterad|uppdaterat|senast uppdaterad|datum",
        places="gatan|gata|torg|torget|väg|vägen|bro|bron|station|park|sjö|ö|stad|hamn",
        menus="om oss|kontakta oss|kontakt|jobba hos oss|lediga jobb|annonsera|kundservice|kundtjänst|"
        "vanliga frågor|hjälp|integritetspolicy|personuppgiftspolicy|cookies|cookiepolicy|hantera cookies|villkor|"
        "användarvillkor|tillgänglighet|sajtkarta|nyhetsbrev|rss|prenumerera|prenumeration|mina sidor|mitt konto|"
        "logga in|logga ut|arkiv|e-tidning|e-tidningen|appar|korsord|spel|horoskop|väder|tv-tablå|poddar|podd|"
        "video|bilder|bloggar|ledare|krönikor|debatt|redaktionen|tipsa oss|senaste nytt",
        topics="inrikes|utrikes|fotboll|ishockey|hockey|film|musik|böcker|teater|tv|mode|mat|resor|bil|motor|"
        "bostad|skola|miljö|börs|pengar|karriär|familj|nöje|stockholm|göteborg|malmö|vetenskap|hälsa|livsstil",
    ),
    "da": Words(
        teasers="læs også|læs mere|læs videre|se også|hør også|lyt også|mere om|relateret|gå ikke glip af",
        also="læs også|se også|hør også|lyt også",
        heads="læs også|læs mere|relaterede artikler|relateret|relateret indhold|mest læste|mest læst|seneste nyt|"
        "flere nyheder|flere artikler|mere om emnet|anbefalet|du vil måske også kunne lide|populært lige nu|"
        "se også|læs mere om|andre læser",
        nav="forside|menu|søg|log ind|opret bruger|abonner|kontakt|luk|næste|forrige|mere|læs videre|vis mere|"
        "vis alle|"
        "nyheder|gem|lyt",
        skips="gå til indhold|spring til indhold|gå til hovedindhold|til toppen|til forsiden|åbn menu|luk menu|"
        "lyt til artiklen|tilbage til forsiden",
        sections="nyheder|politik|økonomi|sport|kultur|indland|udland|verden|danmark|videnskab|sundhed|debat|"
        "meninger|penge",
        share="del|tweet|udskriv|print|kopier link|gem|følg|send",
        shares="del artiklen|del på facebook|del på twitter|del via e-mail|del denne artikel|udskriv artiklen|"
        "link kopieret|følg os på facebook|følg os på instagram|følg os på twitter|følg os",
        adverts="annonce|annoncer|reklame|sponsoreret|annoncørbetalt indhold",
        banners="artiklen fortsætter efter annoncen|artiklen fortsætter under annoncen|"
        "artiklen fortsætter efter reklamen|"
        "teksten fortsætter efter annoncen|spring annoncen over",
        loading="indlæser|henter|vent venligst",
        comments="kommentarer|kommentar|svar|ingen kommentarer|rapporter fejl",
        replies="skriv en kommentar|efterlad en kommentar|vis kommentarer|læs kommentarer|tilføj kommentar|"
        "vis alle kommentarer",
        letters="tilmeld dig…nyhedsbrev|abonner…nyhedsbrev|få…nyhedsbrev|modtag…nyhedsbrev|følg os på…|hent vores app…",
        cookies="bruger cookies|anvender cookies|brug af cookies",
        buttons="accepter|accepter alle|afvis|afvis alle|tillad alle|indstillinger|privatlivspolitik",
        rights="alle rettigheder forbeholdes|copyright",
        counted="kommentar|kommentarer|delinger|visninger|svar",
        ago=r"(?:for )?(?:en|et|\d{1,2}) ?(?:sek|min|sekunder|minut(?:ter)?|time|timer|dag|dage|uge|uger|"
        r"måned(?:er)?|år) siden",
        reading=r"læsetid[:\s]{0,3}\d{1,3} ?(?:min|minutter)\.?|\d{1,3} ?(?:min|minutter)\.? læsetid",
        credits="foto|billede|arkivfoto|kilde|fotograf|illustration",
        articles="en|et|den|det|de|i|på|ved|vi|han|hun|her",
        by="af|skrevet af|tekst|tekst af",
        joined="og|med",
        dates="publiceret|offentliggjort|opdateret|sidst opdateret|udgivet|dato",
        places="gade|gaden|torv|torvet|vej|vejen|bro|broen|station|park|sø|ø|by|havn",
        menus="om os|kontakt os|kontakt|job|ledige stillinger|annoncering|annoncer|kundeservice|"
        "ofte stillede spørgsmål|hjælp|privatlivspolitik|persondatapolitik|cookiepolitik|cookies|vilkår|"
        "handelsbetingelser|tilgængelighed|nyhedsbrev|nyhedsbreve|rss|abonnement|køb abonnement|min side|log ind|"
        "log ud|arkiv|e-avis|apps|kryds og tværs|spil|horoskop|vejr|vejret|tv-guide|podcast|video|billeder|blogs|"
        "debat|ledere|redaktionen|tip os|seneste nyt",
        topics="indland|udland|fodbold|håndbold|cykling|film|musik|bøger|teater|mode|mad|rejser|bil|bolig|skole|"
        "miljø|børs|penge|karriere|familie|underholdning|københavn|aarhus|videnskab|sundhed|livsstil|kendte",
    ),
    "no": Words(
        teasers="les også|les mer|les videre|se også|hør også|mer om|relatert|anbefalt",
        also="les også|se også|hør også",
        heads="les også|les mer|relaterte artikler|relaterte saker|relatert|mest lest|mest leste|siste nytt|"
        "siste nyheter|"
        "flere nyheter|flere saker|mer om saken|anbefalt|anbefalte saker|du liker kanske også|se også",
        nav="forsiden|hjem|meny|søk|logg inn|registrer deg|abonner|kontakt|lukk|neste|forrige|mer|les videre|"
        "vis mer|vis alle|"
        "nyheter|lagre|lytt",
        skips="hopp til innhold|hopp til hovedinnhold|gå til innhold|til toppen|til forsiden|åpne meny|lukk meny|"
        "lytt til artikkelen|tilbake til forsiden",
        sections="nyheter|politikk|økonomi|sport|kultur|innenriks|utenriks|verden|norge|vitenskap|helse|debatt|"
        "meninger",
        share="del|tvitre|skriv ut|kopier lenke|lagre|følg|send",
        shares="del artikkelen|del på facebook|del på twitter|del på e-post|del denne saken|skriv ut artikkelen|"
        "lenke kopiert|følg oss på facebook|følg oss på instagram|følg oss",
        adverts="annonse|annonser|reklame|sponset|annonsørinnhold",
        banners="artikkelen fortsetter under annonsen|saken fortsetter under annonsen|"
        "artikkelen fortsetter etter annonsen|"
        "saken fortsetter etter annonsen|teksten fortsetter under annonsen|hopp over annonsen",
        loading="laster|laster inn|vennligst vent",
        comments="kommentarer|kommentar|svar|ingen kommentarer|meld fra om feil",
        replies="legg igjen en kommentar|skriv en kommentar|vis kommentarer|les kommentarer|legg til kommentar|"
        "vis alle kommentarer",
        letters="meld deg på…nyhetsbrev|abonner…nyhetsbrev|få…nyhetsbrev|motta…nyhetsbrev|følg oss på…|last ned appen…",
        cookies="bruker informasjonskapsler|bruker cookies|bruk av informasjonskapsler|bruk av cookies|"
        "vi bryr oss om ditt personvern",
        buttons="godta|godta alle|aksepter|avvis|avvis alle|avslå|innstillinger|personvern|personvernerklæring",
        rights="alle rettigheter reservert|alle rettigheter forbeholdt|copyright",
        counted="kommentar|kommentarer|delinger|visninger|svar",
        ago=r"(?:for )?(?:en|ett?|\d{1,2}) ?(?:sek|min|sekunder|minutt(?:er)?|time|timer|dag|dager|uke|uker|"
        r"måned(?:er)?|år) siden",
        reading=r"lesetid[:\s]{0,3}\d{1,3} ?(?:min|minutter)\.?|\d{1,3} ?(?:min|minutter)\.? lesetid",
        credits="foto|bilde|arkivfoto|kilde|fotograf|illustrasjon",
        articles="en|et|ei|den|det|de|i|på|ved|vi|han|hun|her",
        by="av|skrevet av|tekst|tekst av",
        joined="og|med",
        dates="publisert|oppdatert|sist oppdatert|dato",
        places="gate|gata|torg|torget|vei|veien|bru|brua|stasjon|park|innsjø|øy|by|havn",
        menus="om oss|kontakt oss|kontakt|ledige stillinger|annonsere|annonser|kundeservice|kundesenter|"
        "ofte stilte spørsmål|hjelp|personvern|personvernerklæring|personvernpolicy|informasjonskapsler|cookies|"
        "vilkår|brukervilkår|tilgjengelighet|nyhetsbrev|rss|abonnement|bli abonnent|min side|logg inn|logg ut|"
        "arkiv|e-avis|apper|kryssord|spill|horoskop|vær|været|tv-guide|podkast|video|bilder|blogg|debatt|leder|"
        "meninger|redaksjonen|tips oss|siste nytt",
        topics="innenriks|utenriks|fotball|ski|langrenn|film|musikk|bøker|teater|mote|mat|reise|bil|bolig|skole|"
        "miljø|børs|penger|karriere|familie|underholdning|oslo|bergen|vitenskap|helse|livsstil|kjendis",
    ),
    "fi": Words(
        teasers="lue myös|lue lisää|katso myös|kuuntele myös|aiheesta lisää|lisää aiheesta|suosittelemme",
        also="lue myös|katso myös|kuuntele myös",
        heads="lue myös|lue lisää|aiheeseen liittyvää|aiheesta muualla|lisää aiheesta|luetuimmat|"
        "luetuimmat uutiset|uusimmat|"
        "tuoreimmat|suosituimmat|suositellut|lisää uutisia|katso myös|saatat pitää myös|uusimmat uutiset",
        nav="etusivu|valikko|haku|hae|kirjaudu|kirjaudu sisään|rekisteröidy|tilaa|yhteystiedot|sulje|seuraava|"
        "edellinen|lisää|"
        "jatka lukemista|näytä lisää|näytä kaikki|uutiset|tallenna|kuuntele",
        skips="siirry sisältöön|siirry pääsisältöön|hyppää sisältöön|takaisin ylös|takaisin etusivulle|avaa valikko|"
        "sulje valikko|kuuntele juttu",
        sections="uutiset|politiikka|talous|urheilu|kulttuuri|kotimaa|ulkomaat|maailma|tiede|terveys|mielipide|"
        "viihde|suomi",
        share="jaa|twiittaa|tulosta|lähetä|kopioi linkki|tallenna|seuraa",
        shares="jaa artikkeli|jaa facebookissa|jaa twitterissä|jaa whatsappissa|jaa sähköpostilla|jaa juttu|"
        "tulosta artikkeli|"
        "linkki kopioitu|seuraa meitä facebookissa|seuraa meitä|jaa tämä artikkeli",
        adverts="mainos|mainokset|kaupallinen yhteistyö|sponsoroitu",
        banners="artikkeli jatkuu mainoksen jälkeen|juttu jatkuu mainoksen jälkeen|juttu jatkuu mainoksen alla|"
        "artikkeli jatkuu mainoksen alla|juttu jatkuu kuvan jälkeen|ohita mainos",
        loading="ladataan|odota hetki|latautuu",
        comments="kommentit|kommentti|kommentoi|vastaa|ei kommentteja|ilmoita virheestä",
        replies="jätä kommentti|kirjoita kommentti|näytä kommentit|lue kommentit|lisää kommentti|"
        "kommentoi artikkelia|anna palautetta|lähetä palautetta|lähetä juttuvinkki|huomasitko virheen",
        letters="tilaa…uutiskirje|tilaa…uutiskirjeemme|seuraa meitä…|lataa sovellus…",
        cookies="käyttää evästeitä|käytämme evästeitä|evästeiden käyttö",
        buttons="hyväksy|hyväksy kaikki|hylkää|hylkää kaikki|asetukset|evästeasetukset|tietosuoja|tietosuojaseloste",
        rights="kaikki oikeudet pidätetään|copyright",
        counted="kommentti|kommenttia|jakoa|katselukertaa|vastausta",
        ago=r"(?:\d{1,2} )?(?:sekuntia?|min|minuuttia?|minuutti|tuntia?|tunti|t|päivää?|päivä|viikkoa?|viikko|"
        r"kuukautta|kuukausi|vuotta|vuosi) sitten",
        reading=r"lukuaika[:\s]{0,3}(?:noin )?\d{1,3} ?(?:min|minuuttia?)\.?",
        tags="aiheet|asiasanat|avainsanat|tunnisteet",
        credits="kuva|kuvat|valokuva|kuvaaja|lähde|arkistokuva|kuvituskuva",
        articles="se|ne|hän|he|tämä|nämä|kun|on",
        by="teksti|kirjoittaja|toimittaja",
        joined="ja",
        dates="julkaistu|päivitetty|päiväys|viimeksi päivitetty",
        places="katu|tori|tie|silta|asema|puisto|järvi|saari|kaupunki|satama",
        menus="meistä|tietoa meistä|yhteystiedot|ota yhteyttä|avoimet työpaikat|mainosta|mediatiedot|"
        "asiakaspalvelu|usein kysyttyä|ohjeet|tietosuoja|tietosuojaseloste|tietosuojakäytäntö|evästeet|"
        "evästeasetukset|käyttöehdot|saavutettavuus|uutiskirje|uutiskirjeet|rss|tilaa|tilaukset|oma tili|"
        "omat tiedot|kirjaudu|kirjaudu sisään|kirjaudu ulos|arkisto|näköislehti|digilehti|sovellukset|ristikot|"
        "pelit|horoskooppi|sää|tv-opas|podcastit|video|videot|kuvat|blogit|kolumnit|pääkirjoitukset|mielipide|"
        "toimitus|lähetä juttuvinkki|tuoreimmat|anna palautetta",
        topics="kotimaa|ulkomaat|jalkapallo|jääkiekko|hiihto|elokuvat|musiikki|kirjat|teatteri|muoti|ruoka|"
        "matkailu|matkat|autot|asuminen|koulutus|ympäristö|pörssi|raha|ura|perhe|viihde|helsinki|tampere|tiede|"
        "terveys|hyvinvointi",
    ),
    "cs": Words(
        teasers="čtěte také|čtěte i|čtěte více|přečtěte si také|přečtěte si|více zde|podívejte se|sledujte|"
        "související|"
        "doporučujeme|nepřehlédněte|k tématu",
        also="čtěte také|čtěte i|přečtěte si také",
        heads="čtěte také|čtěte dále|související články|související|podobné články|další články|další zprávy|"
        "nejčtenější|"
        "nejčtenější články|mohlo by vás zajímat|doporučujeme|doporučené články|více k tématu|k tématu|nejnovější|"
        "nejnovější zprávy|přečtěte si také|z domova|sdílené články",
        nav="domů|úvod|menu|hledat|vyhledávání|přihlásit|přihlásit se|registrace|předplatné|kontakt|zavřít|"
        "další|předchozí|více|"
        "číst dál|zobrazit více|zobrazit vše|zprávy|uložit|poslechnout",
        skips="přeskočit na obsah|přejít k obsahu|přejít na obsah|přejít k hlavnímu obsahu|nahoru|zpět nahoru|"
        "zpět na úvod|otevřít menu|zavřít menu|zpět na hlavní stránku",
        sections="zprávy|politika|ekonomika|sport|kultura|svět|domácí|zahraničí|věda|zdraví|názory|technologie|"
        "česko|byznys",
        share="sdílet|tweetnout|tisk|vytisknout|poslat|kopírovat odkaz|uložit|sledovat|tisknout",
        shares="sdílet na facebooku|sdílet článek|sdílet na twitteru|sdílejte článek|poslat e-mailem|"
        "vytisknout článek|"
        "odkaz zkopírován|sledujte nás na facebooku|sledujte nás",
        adverts="reklama|inzerce|sponzorováno|komerční sdělení",
        banners="článek pokračuje pod reklamou|článek pokračuje za reklamou|text pokračuje pod reklamou|"
        "přeskočit reklamu|"
        "pokračování článku pod reklamou",
        loading="načítání|načítám|načítá se|čekejte prosím",
        comments="komentáře|komentář|diskuse|diskuze|odpovědět|žádné komentáře|nahlásit chybu",
        replies="přidat komentář|napsat komentář|zobrazit komentáře|vstoupit do diskuse|vstoupit do diskuze|"
        "přejít do diskuse",
        letters="přihlaste se…newsletteru|přihlaste se…odběru|odebírejte…newsletter|odebírejte…zpravodaj|"
        "sledujte nás na…|stáhněte si naši aplikaci…|získejte…newsletter|odebírat…newsletter|"
        "přihlaste se…newsletter|sledujte nás…",
        cookies="používá soubory cookie|používáme soubory cookie|používá cookies|používáme cookies|"
        "využívá soubory cookie",
        buttons="přijmout|přijmout vše|přijmout všechny|odmítnout|odmítnout vše|nastavení|souhlasím|"
        "zásady ochrany soukromí",
        rights="všechna práva vyhrazena|copyright",
        counted="komentář|komentáře|komentářů|sdílení|zobrazení|příspěvků",
        ago=r"před (?:\d{1,2} )?(?:sekundami|minut(?:ou|ami)|hodin(?:ou|ami)|dnem|dny|týdnem|týdny|měsícem|"
        r"měsíci|rokem|lety)",
        reading=r"(?:doba čtení|čas čtení)[:\s]{0,3}\d{1,3} ?(?:min|minut[ya]?)\.?|\d{1,3} ?(?:min|"
        r"minut[ya]?)\.? čtení",
        tags="štítky|klíčová slova|kategorie|témata",
        credits="foto|zdroj|autor fotografie|fotografie|ilustrační foto|zdroj foto|archiv",
        articles="v|na|z|s|to|ten|ta|ti|do|od|je|jsou",
        by="autor|autorka|text|připravil|připravila",
        joined="a",
        dates="publikováno|zveřejněno|aktualizováno|vydáno|datum|poslední aktualizace",
        places="ulice|náměstí|třída|most|nádraží|letiště|park|jezero|ostrov|město|přístav",
        menus="o nás|kontakty|kontakt|kariéra|redakce|inzerce|předplatné|nápověda|časté dotazy|"
        "ochrana osobních údajů|zásady ochrany osobních údajů|nastavení soukromí|soukromí|cookies|"
        "podmínky užívání|podmínky použití|všeobecné podmínky|mapa stránek|mapa webu|newsletter|newslettery|"
        "odebírat newsletter|rss|archiv|přihlásit|přihlásit se|odhlásit|registrace|můj účet|hledat|vyhledat|"
        "e-shop|bazar|reality|horoskop|horoskopy|počasí|tv program|fotogalerie|foto|video|podcasty|blogy|"
        "komentáře|názory|nejnovější",
        topics="domácí|zahraničí|krimi|fotbal|hokej|tenis|film|hudba|knihy|divadlo|móda|jídlo|recepty|cestování|"
        "auto|bydlení|vzdělání|škola|příroda|burza|peníze|finance|kariéra|rodina|zábava|praha|brno|věda|zdraví|"
        "životní styl|celebrity|historie|technologie",
    ),
    "tr": Words(
        teasers="ayrıca oku|ayrıca okuyun|bunu da okuyun|bunları da okuyun|daha fazla oku|devamını oku|"
        "ilgili haber|ilginizi çekebilir|öne çıkan|bakınız|izle|haberin devamı|bunlar da ilginizi çekebilir|"
        "i̇lginizi çekebilir",
        also="ayrıca oku|ayrıca okuyun|bunu da okuyun|ilgili haber|ilginizi çekebilir",
        heads="ilgili haberler|benzer haberler|diğer haberler|son haberler|en çok okunanlar|çok okunanlar|"
        "popüler haberler|ilginizi çekebilir|bunları da okuyun|önerilen haberler|günün haberleri|ayrıca okuyun|"
        "editörün seçtikleri|son dakika|i̇lginizi çekebilir|i̇lgili haberler|günün manşetleri|öne çıkanlar",
        nav="ana sayfa|anasayfa|menü|ara|arama|giriş yap|giriş|üye ol|kayıt ol|abone ol|iletişim|kapat|sonraki|"
        "önceki|daha fazla|devamını oku|tümünü gör|tümü|haberler|kaydet|dinle|künye|yazı boyutu",
        skips="anadolu ajansı web sitesinde, aa haber akış sistemi (has) üzerinden abonelere sunulan "
        "haberler, özetlenerek yayımlanmaktadır. abonelik için lütfen iletişime geçiniz|"
        "içeriğe geç|içeriğe atla|ana içeriğe geç|ana içeriğe atla|başa dön|yukarı çık|sayfa başına dön|"
        "ana sayfaya dön|menüyü aç|menüyü kapat|haberi dinle|haberin devamı için tıklayın|haberin devamı|"
        "sesli dinle|haberi paylaş|hata bildir",
        sections="haberler|politika|siyaset|ekonomi|spor|kültür|dünya|gündem|yaşam|bilim|sağlık|teknoloji|görüş|"
        "yazarlar|türkiye|magazin|sanat",
        share="paylaş|tweetle|yazdır|gönder|kopyala|bağlantıyı kopyala|linki kopyala|kaydet|takip et|google news|"
        "abone ol",
        shares="facebook'ta paylaş|twitter'da paylaş|whatsapp'ta paylaş|facebook’ta paylaş|twitter’da paylaş|"
        "bu haberi paylaş|"
        "haberi paylaş|e-posta ile gönder|haberi yazdır|bağlantı kopyalandı|bizi takip edin|yazıyı paylaş",
        adverts="reklam|ilan|reklamlar|sponsorlu|sponsorlu içerik",
        banners="haberin devamı reklamdan sonra|reklamdan sonra devam ediyor|yazı reklamdan sonra devam ediyor|"
        "reklamı geç|"
        "reklamı kapat",
        loading="yükleniyor|lütfen bekleyin",
        comments="yorumlar|yorum|yanıtla|yorum yok|hata bildir|etiketler",
        replies="yorum yap|yorum yaz|yorum ekle|yorumları göster|yorumları gör|tüm yorumlar|ilk yorumu sen yap|"
        "yorum bırak",
        letters="son dakika haberleri…uygulama|google news'te…abone|haberleri…takip edin|"
        "bültenimize…abone|bültenimize abone…|e-bülten…abone|abone ol…kanal|bizi takip edin…|"
        "uygulamamızı indirin…",
        cookies="çerezleri kullanır|çerezler kullanılmaktadır|çerez kullanmaktadır|çerezleri kullanıyoruz|"
        "çerez kullanıyoruz|çerez politikası",
        buttons="kabul et|tümünü kabul et|reddet|tümünü reddet|ayarlar|çerez ayarları|gizlilik politikası|"
        "anladım|kabul ediyorum",
        rights="tüm hakları saklıdır|her hakkı saklıdır|copyright",
        counted="yorum|paylaşım|görüntülenme|beğeni|yanıt",
        ago=r"(?:bir|\d{1,2}) ?(?:sn|dk|sa|saniye|dakika|saat|gün|hafta|ay|yıl) önce",
        reading=r"(?:okuma süresi)[:\s]{0,3}\d{1,3} ?(?:dk|dakika)\.?|\d{1,3} ?(?:dk|dakika)\.? (?:okuma|"
        r"okuma süresi)",
        tags="etiketler|kategoriler|kategori|anahtar kelimeler",
        credits="fotoğraf|foto|görsel|kaynak|arşiv|fotoğraflar",
        captions="fotoğraf altı yazısı",
        articles="bir|bu|şu|o|ve|biz|onlar",
        by="yazan|haber|yazar|muhabir",
        joined="ve|ile",
        dates="giriş tarihi|son güncelleme|yayınlanma|yayınlanma tarihi|güncelleme|son güncelleme|tarih|giriş",
        places="caddesi|sokak|sokağı|meydanı|köprüsü|istasyonu|parkı|gölü|adası|şehri|limanı",
        menus="hakkımızda|künye|iletişim|bize ulaşın|reklam|reklam verin|kariyer|yardım|sıkça sorulan sorular|"
        "gizlilik politikası|gizlilik|kişisel verilerin korunması|kvkk|aydınlatma metni|çerez politikası|"
        "kullanım koşulları|kullanım şartları|yayın ilkeleri|site haritası|rss|arşiv|abone ol|abonelik|giriş yap|"
        "üye ol|üyelik|çıkış|e-gazete|bülten|uygulamalar|foto galeri|video galeri|galeri|fotoğraf|video|canlı|"
        "canlı yayın|son dakika|yazarlar|köşe yazarları|namaz vakitleri|hava durumu|burçlar|astroloji|puan durumu|"
        "fikstür|seri ilanlar|resmi ilanlar|bulmaca|oyunlar|tüm haberler|manşetler",
        topics="futbol|basketbol|sinema|müzik|kitap|tiyatro|moda|yemek|seyahat|otomobil|emlak|eğitim|çevre|borsa|"
        "finans|para|aile|magazin|istanbul|ankara|izmir|bilim|sağlık|yaşam|türkiye|avrupa|tarih|teknoloji|asayiş",
    ),
    "ja": Words(
        teasers="関連記事|あわせて読みたい|合わせて読みたい|続きを読む|こちらもおすすめ|詳しくはこちら|"
        "関連ニュース|動画",
        also="",
        heads="関連記事|関連ニュース|関連リンク|あわせて読みたい|合わせて読みたい|おすすめ記事|おすすめの記事|"
        "こちらもおすすめ|人気記事|人気記事ランキング|アクセスランキング|ランキング|最新記事|最新ニュース|"
        "新着記事|よく読まれている記事|注目記事|ピックアップ|関連する記事|関連トピックス|関連キーワード|"
        "こんな記事も読まれています|この記事を読んだ人におすすめ|おすすめニュース|あなたへのおすすめ|注目の記事|"
        "注目ニュース|新着ニュース|今、あなたにオススメ|今日の主要ニュース|トピックス",
        nav="ホーム|トップ|メニュー|検索|ログイン|新規登録|会員登録|お問い合わせ|閉じる|次へ|前へ|もっと見る|"
        "続きを読む|一覧|次のページ|前のページ|ニュース|保存|トップページ|文字サイズ|文字の大きさ|文字を大きく|"
        "拡大する|写真一覧|スクラップ",
        skips="本文へ移動|本文へスキップ|本文へ|コンテンツへスキップ|ページトップへ|ページの先頭へ|トップへ戻る|"
        "一覧へ戻る|トップページへ戻る|メニューを開く|メニューを閉じる|メインコンテンツへスキップ|"
        "メインコンテンツへ移動|メインコンテンツに移動|コンテンツに移動|ナビゲーションをスキップ|検索を開く|"
        "メニューをスキップ|記事を印刷する|画像を拡大|写真を拡大|全文を読む|続きを読む|今すぐ登録して続きを読む|"
        "ログインして続きを読む|紙面で読む|紙面ビューアーで見る|この記事の写真|音声で聞く|記事を聴く|"
        "スクラップする|クリップする",
        sections="ニュース|政治|経済|スポーツ|文化|国際|社会|科学|健康|意見|国内|海外|地域|エンタメ|ホーム|"
        "トップ|暮らし",
        share="シェア|シェアする|ツイート|印刷|保存|リンクをコピー|共有|メール|はてブ|フォロー|ブックマーク|"
        "ポスト|ポストする",
        shares="この記事をシェア|この記事をシェアする|facebookでシェア|twitterでシェア|xでシェア|lineで送る|"
        "urlをコピー|この記事を印刷|フォローする|xでシェアする|xでポスト|facebookでシェアする|lineでシェア|"
        "はてなブックマーク|はてなブックマークでシェア|noteで書く|url をコピー|urlをコピーする",
        adverts="広告|pr|スポンサーリンク|スポンサードリンク|sponsored",
        banners="記事は広告の後に続きます|広告の後に続く|広告をスキップ",
        loading="読み込み中|読込中|ロード中",
        comments="コメント|返信|コメントなし",
        replies="コメントを書く|コメントする|コメントを残す|コメントを見る|コメントを投稿",
        letters="メールマガジン…登録|ニュースレター…登録|メルマガ…登録",
        cookies="クッキーを使用|cookieを使用|クッキー（cookie）を使用",
        buttons="同意する|同意|拒否|すべて許可|プライバシーポリシー|利用規約|設定",
        rights="無断転載を禁じます|無断転載禁止|無断複製|all rights reserved",
        counted="件のコメント|コメント|シェア|ビュー",
        ago=r"\d{1,2} ?(?:秒|分|時間|日|週間|か月|ヶ月|年)前",
        reading=r"(?:読了時間|この記事は)[:：\s]{0,3}(?:約)?\d{1,3} ?分(?:で読めます)?",
        walls="有料会員になると会員限定の有料記事もお読みいただけます。?|"
        r"(?:［有料会員限定］ ?)?この記事は(?:有料)?会員限定です。(?:電子版に)?登録すると続きをお読みいただけます。?|"
        r"この記事は有料(?:会員|記事)?(?:限定)?(?:です|の記事です|記事です)。? ?(?:残り ?\d{1,5} ?文字)?|"
        r"残り[:：]? ?\d{1,5} ?文字(?:[/／ ]{0,2}全文[:：]? ?\d{1,6} ?文字)?|"
        r"有料会員になると続きをお読みいただけます|無料会員に登録すると続きをお読みいただけます",
        tags="タグ|カテゴリー|カテゴリ|キーワード",
        credits="写真|写真提供|画像|撮影|提供|出典|写真=|画像提供",
        captions="画像説明",
        by="文|執筆|記者|著者|取材",
        dates="公開日|公開|更新日|更新|掲載日|投稿日|最終更新",
        places="駅|通り|橋|公園|湖|島|空港|広場",
        menus="会社概要|会社案内|運営会社|採用情報|広告掲載|広告のご案内|お問い合わせ|ヘルプ|よくある質問|"
        "サイトマップ|サイトポリシー|プライバシーポリシー|個人情報保護方針|個人情報|クッキーポリシー|利用規約|"
        "著作権|免責事項|特定商取引法に基づく表記|rss|メールマガジン|ニュースレター|購読|購読案内|購読のご案内|"
        "会員登録|会員登録（無料）|有料会員登録|無料会員登録|有料記事|会員限定|会員限定記事|マイページ|ログアウト|"
        "電子版|紙面|アプリ|アーカイブ|バックナンバー|動画|写真|フォト|ビデオ|ポッドキャスト|コラム|社説|連載|"
        "特集|オピニオン|天気|天気予報|占い|クイズ|ゲーム|番組表|求人|不動産|速報|新着|新着記事|ランキング|一覧へ|"
        "すべて見る|サービス一覧",
        topics="サッカー|野球|高校野球|プロ野球|大相撲|テニス|ゴルフ|映画|音楽|本|読書|演劇|芸能|ファッション|"
        "グルメ|料理|旅行|車|住まい|教育|環境|企業|市況|株|マネー|仕事|家族|東京|大阪|京都|中国|韓国|アジア|"
        "アメリカ|欧州|医療|歴史|テクノロジー|事件|事件・事故|災害|防災|写真特集",
    ),
    "zh": Words(
        teasers="阅读更多|延伸阅读|相关阅读|相关新闻|推荐阅读|更多阅读|閱讀更多|延伸閱讀|相關閱讀|相關新聞|"
        "推薦閱讀|看更多|更多新聞|更多新闻|视频|影片",
        also="",
        heads="相关阅读|相关新闻|相关文章|延伸阅读|推荐阅读|热门文章|热门新闻|热门推荐|最新新闻|最新文章|更多新闻|"
        "猜你喜欢|为您推荐|相關閱讀|相關新聞|相關文章|延伸閱讀|推薦閱讀|熱門文章|熱門新聞|最新新聞|更多新聞|"
        "猜你喜歡|為您推薦|大家都在看|點閱排行|你可能也喜歡|阅读排行|相关推荐|相關推薦|更多推荐|精彩推荐|编辑推荐|"
        "編輯推薦|今日推荐|热点推荐|新闻推荐|推荐新闻|热点新闻|热搜|今日热点|最多閱讀|最多人看|人氣新聞|人气排行|"
        "熱門排行|精選|精選文章|你可能还喜欢|你可能感兴趣|猜你想看|其他人也在看|看了这篇文章的人还看了|图片新闻|"
        "要闻推荐|更多相關新聞|更多报道|網友最愛",
        nav="首页|首頁|菜单|選單|搜索|搜尋|登录|登入|注册|註冊|订阅|訂閱|联系我们|聯絡我們|关闭|關閉|下一篇|"
        "上一篇|更多|查看更多|新闻|新聞|收藏|返回|字体|字体大小|字級|大 中 小|小 中 大|扫一扫",
        skips="打开app阅读全文|打开app查看全文|☆飲酒過量　有礙健康　禁止酒駕☆|不用抽 不用搶 現在用app看新聞 "
        "保證天天中獎　點我下載app　按我看活動辦法|"
        "不用抽 不用搶 現在用app看新聞 保證天天中獎 點我下載app 按我看活動辦法|"
        "跳至主要内容|跳到主要内容|跳转到内容|跳至內容|跳到主要內容|返回顶部|返回頂部|回到顶部|回到頂端|"
        "返回首页|返回首頁|打开菜单|關閉選單|字号|字号 大 中 小|字体：大 中 小|字級設定|语音播报|聆聽文章|听新闻|"
        "聽新聞|扫描二维码|扫码阅读|手机查看|阅读全文|閱讀全文|展开全文|展開全文|查看原文|阅读原文|打开app|"
        "打开app阅读|用app看|回列表|返回列表|请继续往下阅读|點我看|點擊看更多|訂閱電子報|订阅电子报",
        sections="新闻|新聞|政治|经济|經濟|体育|體育|文化|国际|國際|社会|社會|科技|健康|评论|評論|财经|財經|"
        "娱乐|娛樂|首页|首頁|国内|國內|军事|生活",
        share="参与互动|分享|转发|轉發|打印|列印|复制链接|複製連結|收藏|微信|微博|点赞|點讚|朋友圈|关注|追蹤",
        shares="分享到微信|分享到微博|分享到朋友圈|分享到facebook|分享至facebook|分享此文|分享本文|分享文章|"
        "扫一扫分享|链接已复制|連結已複製|关注我们|追蹤我們|分享到|分享至|分享到：|一键分享|分享給朋友|"
        "用微信扫码分享|微信扫码分享|复制网址|加入line好友|加line好友|加入 line 好友|關注我們|按讚加入粉絲團|"
        "追蹤google新聞|在google新闻上关注我们",
        adverts="广告|廣告|推广|推廣|赞助内容|贊助內容",
        banners="文章继续在广告之后|请继续往下阅读|請繼續往下閱讀|請繼續往下閱讀...|跳过广告|略過廣告|"
        "广告之后继续|廣告後繼續",
        loading="加载中|载入中|載入中|正在加载|請稍候|请稍候",
        comments="评论|評論|留言|回复|回覆|暂无评论|發表評論|网友评论|網友評論|网友留言|跟帖|文明上网理性发言|"
        "我来说两句|评论区|发表",
        replies="发表评论|發表評論|发表留言|查看评论|查看評論|我要评论|我要留言|登录后评论|查看全部评论|留下评论",
        letters="订阅…通讯|订阅…邮件|訂閱…電子報|訂閱…通訊|关注…公众号|關注…公眾號|加入…频道|加入…頻道|"
        "下载…客户端|追蹤…粉絲團|扫描二维码…|扫码…关注|扫一扫…关注|微信…关注|加入…好友|加入…粉絲團|按讚…粉絲|"
        "訂閱…頻道|订阅…频道|下載…app|下载…app|下載…App|下载…App",
        cookies="使用cookie|使用 cookie|使用cookies|使用 cookies",
        buttons="接受|全部接受|拒绝|拒絕|全部拒绝|同意|隐私政策|隱私政策|服务条款|服務條款|设置|設定",
        rights="版权声明：|版權聲明：|未经授权不得转载|未经授权，不得转载|"
        "版权所有|版權所有|保留所有权利|著作權所有|不得转载|不得轉載|请勿转载|請勿轉載",
        counted="条评论|則留言|次阅读|次分享|人点赞|評論|评论|个赞|讚|赞|人评论|条跟帖|次浏览|人参与",
        ago=r"\d{1,2} ?(?:秒|分钟|分鐘|小时|小時|天|周|週|个月|個月|年)(?:之)?前",
        reading=r"(?:阅读时间|閱讀時間)[:：\s]{0,3}(?:约|約)?\d{1,3} ?(?:分钟|分鐘)|(?:约|約)?\d{1,3} ?(?:分钟|"
        r"分鐘)(?:阅读|閱讀)",
        tags="标签|標籤|关键词|關鍵詞|分类|分類",
        credits="图片来源|圖片來源|图|圖|摄影|攝影|照片|图片|圖片|图源|图片说明|来源|來源|资料图|資料圖|图像来源|"
        "圖像來源",
        captions="图像加注文字|圖像加註文字",
        by="作者|记者|記者|编辑|編輯|撰文|文",
        dates="发布时间|發布時間|发布于|发表于|更新时间|更新於|更新于|日期|時間|时间",
        places="路|街|广场|廣場|桥|橋|公园|公園|湖|岛|島|机场|機場",
        menus="关于我们|關於我們|关于本站|公司简介|联系方式|聯絡資訊|加入我们|加入我們|诚聘英才|人才招聘|招聘|"
        "徵才|广告服务|廣告刊登|廣告服務|网站地图|網站地圖|网站声明|法律声明|免责声明|免責聲明|版权声明|"
        "著作權聲明|隐私声明|隱私權政策|隐私条款|使用条款|使用條款|服务协议|用户协议|服務條款|常见问题|常見問題|"
        "帮助中心|帮助|幫助|意见反馈|意見回饋|投稿|举报|客服|客服中心|会员中心|會員中心|我的账户|我的帳戶|退出|"
        "登出|手机版|手機版|电脑版|客户端|app下载|下载app|rss|电子报|電子報|电子版|数字报|往期回顾|视频|影音|图片|"
        "图集|直播|专题|專題|专栏|專欄|博客|论坛|論壇|社论|社論|观点|觀點|天气|天氣|星座|运势|游戏|彩票|滚动|"
        "滚动新闻|即时|即時|即時新聞|要闻|要聞|热门|熱門|最新|排行榜|排行|更多>>|繁體|简体|繁体|english",
        topics="足球|篮球|籃球|网球|棒球|电影|電影|音乐|音樂|读书|閱讀|戏剧|时尚|時尚|美食|旅游|旅遊|汽车|汽車|"
        "房产|房產|地产|教育|环境|環保|环保|公司|股市|股票|理财|理財|家居|亲子|親子|北京|上海|台湾|台灣|香港|港澳|"
        "两岸|兩岸|中国|中國|亚洲|亞洲|欧洲|歐洲|美洲|非洲|美国|美國|历史|歷史|科学|科學|医药|军事|軍事|法治|"
        "社会新闻|地方|城市|时政|時政|民生|科普|互联网|数码|職場|藝術|艺术",
        walls=r"更多精彩内容请进入[\u4e00-\u9fff]{2,8}",
    ),
    "ko": Words(
        teasers="관련기사|관련 기사|더 읽기|더보기|더 보기|함께 읽기|추천 기사|이어보기|영상",
        also="",
        heads="관련기사|관련 기사|관련 뉴스|추천 기사|추천기사|많이 본 기사|많이 본 뉴스|인기 기사|인기기사|"
        "최신 기사|최신기사|최신 뉴스|이 시각 주요 뉴스|주요 뉴스|주요뉴스|함께 보면 좋은 기사|실시간 인기 기사|"
        "당신이 좋아할 만한 기사|추천 뉴스|추천뉴스|관련뉴스|함께 본 뉴스|함께 많이 본 뉴스|오늘의 주요뉴스|"
        "오늘의 뉴스|헤드라인|헤드라인 뉴스|랭킹 뉴스|랭킹뉴스|랭킹|인기뉴스|핫뉴스|핫클릭|핫이슈|이슈|"
        "이 기사와 함께 많이 본 뉴스|당신을 위한 추천|베스트 클릭|실시간 뉴스|실시간 랭킹|실시간 속보|다른 기사|"
        "다른 뉴스|주간 베스트|인기 뉴스|지금 뜨는 뉴스",
        nav="홈|메뉴|검색|로그인|회원가입|구독|문의|닫기|다음|이전|더보기|더 보기|뉴스|전체보기|다음 기사|"
        "이전 기사|저장|구독하기|구독신청|로그아웃|마이페이지|회원 가입|전체|목록|다음글|이전글|맨위로|"
        "앱 다운로드|글자크기|글자 크기|전체메뉴|전체 메뉴|크게보기|원본보기|크게 보기|상단으로|뒤로가기|"
        "동영상 뉴스|카드뉴스",
        skips="본문 글자 크기 조절|본문 글자 크기|글자 크기 설정|■ 제보하기|인쇄하기|기사 스크랩|"
        "본문 바로가기|본문으로 바로가기|본문으로 이동|맨 위로|맨위로|위로 가기|홈으로|목록으로|메뉴 열기|"
        "메뉴 닫기|기사 듣기|기사원문|원문보기|글자크기 조절|글자 크기 조절|글자크기 조정|글자크기 변경|"
        "본문 글씨 키우기|본문 글씨 줄이기|본문듣기|본문 듣기|음성으로 듣기|기사듣기|번역 설정|요약보기|기사추천|"
        "기사 추천|이 기사 어땠나요|이 기사를 추천합니다|이 기사가 마음에 드셨나요|공감 버튼|메뉴 바로가기|"
        "주메뉴 바로가기|검색 바로가기|하단메뉴 바로가기|하단 바로가기|이미지 확대|이미지 크게 보기|사진 크게보기|"
        "댓글 바로가기|페이지 상단으로|다른 기사 보기|다른기사 보기|기자의 다른 기사 보기|네이버에서 구독하기|"
        "네이버 구독|네이버 채널 구독|메인에서 바로 보기",
        sections="뉴스|정치|경제|스포츠|문화|국제|사회|과학|건강|오피니언|세계|연예|지역|홈|생활",
        share="공유|공유하기|인쇄|인쇄하기|스크랩|복사|링크 복사|url 복사|페이스북|트위터|카카오톡|카카오스토리|"
        "밴드|저장|구독",
        shares="기사 공유하기|기사공유하기|페이스북 공유|페이스북에 공유|카카오톡 공유|카카오톡에 공유|"
        "트위터 공유|이 기사 공유하기|"
        "주소 복사|url 복사하기|기사 인쇄|링크가 복사되었습니다",
        adverts="광고|스폰서|협찬|ad",
        banners="광고 후 계속됩니다|기사는 광고 후 계속됩니다|광고 건너뛰기",
        loading="로딩중|로딩 중|불러오는 중|잠시만 기다려 주세요",
        comments="댓글|답글|의견|댓글 없음|끝|좋아요|슬퍼요|화나요|훈훈해요|후속기사 원해요|공감|기사 공유|"
        "의견쓰기|전체 댓글|댓글 영역|댓글영역|댓글을 입력해 주세요",
        replies="댓글 쓰기|댓글쓰기|댓글 달기|댓글 보기|댓글보기|댓글 작성|의견 남기기|첫 댓글을 남겨보세요",
        letters="▷ 카카오톡…|▷ 전화…|▷ 이메일…|▷ 유튜브…구독|▶ 네이버…구독|▶ 카카오톡…|"
        "뉴스레터…구독|뉴스레터…신청|채널…추가|채널…구독|카카오톡…제보|제보는…|유튜브…구독|네이버…구독",
        cookies="쿠키를 사용",
        buttons="동의|동의합니다|모두 동의|거부|모두 거부|설정|개인정보처리방침|개인정보 처리방침|이용약관",
        rights="무단 전재 및 재배포 금지|무단전재 및 재배포 금지|무단 전재-재배포 금지|무단전재-재배포 금지|"
        "무단전재|저작권자",
        counted="개의 댓글|댓글|공유|조회|좋아요|공감|추천|댓글수",
        ago=r"\d{1,2} ?(?:초|분|시간|일|주|개월|년) ?전",
        reading=r"(?:읽는 시간|읽기 시간)[:\s]{0,3}(?:약 ?)?\d{1,3} ?분",
        tags="태그|키워드|카테고리",
        credits="사진|사진 제공|사진제공|사진=|사진 출처|이미지|출처|촬영",
        captions="사진 설명",
        by="글|기자|작성자|취재",
        dates="송고|최종수정|최종 수정|기사입력|기사 입력|기사승인|최초입력|기사수정|"
        "입력|수정|등록|발행|게시|업데이트|승인",
        places="역|거리|광장|다리|공원|호수|공항",
        menus="회사소개|회사 소개|매체소개|기사제보|제보|광고문의|광고안내|광고 문의|제휴문의|제휴 문의|채용|"
        "채용정보|인재채용|고객센터|고객지원|공지사항|이용안내|사이트맵|개인정보취급방침|청소년보호정책|"
        "청소년 보호정책|저작권규약|저작권 정책|저작권보호정책|이메일무단수집거부|이메일 무단수집거부|윤리강령|"
        "편집규약|고충처리인|독자투고|독자게시판|구독안내|지면보기|지면 보기|pdf|신문구독|뉴스레터|rss|앱|모바일|"
        "pc버전|모바일버전|포토|사진|영상|동영상|비디오|tv|칼럼|사설|연재|기획|특집|인터뷰|포럼|이벤트|날씨|운세|"
        "오늘의운세|만평|게임|퍼즐|부고|인사|속보|전체기사|전체 기사|최신기사|최신뉴스|기자|기자별|뉴스홈|english|"
        "日本語|中文",
        topics="야구|축구|골프|농구|배구|영화|음악|책|공연|패션|음식|맛집|여행|자동차|부동산|교육|환경|기업|산업|"
        "증권|금융|재테크|it|it·과학|과학·it|가족|서울|부산|대구|광주|대전|제주|경기|인천|전국|북한|통일|중국|"
        "일본|미국|아시아|유럽|역사|의료|피플|사람|날씨·재해|사건·사고|법원|검찰|노동|복지|여성",
    ),
    "ar": Words(
        teasers="اقرأ أيضا|اقرأ أيضاً|اقرأ ايضا|إقرأ أيضا|اقرأ المزيد|شاهد أيضا|شاهد أيضاً|شاهد|استمع|المزيد|"
        "لمزيد من التفاصيل|مواضيع ذات صلة",
        also="اقرأ أيضا|اقرأ أيضاً|اقرأ ايضا|إقرأ أيضا|شاهد أيضا|شاهد أيضاً",
        heads="اقرأ أيضا|اقرأ أيضاً|مواضيع ذات صلة|موضوعات ذات صلة|أخبار ذات صلة|مقالات ذات صلة|قد يعجبك أيضا|"
        "قد يهمك أيضا|"
        "الأكثر قراءة|الأكثر شعبية|الأكثر مشاهدة|آخر الأخبار|أحدث الأخبار|المزيد من الأخبار|أخبار متعلقة|"
        "مقالات مشابهة",
        nav="الرئيسية|القائمة|بحث|تسجيل الدخول|تسجيل|اشترك|اتصل بنا|إغلاق|التالي|السابق|المزيد|عرض المزيد|الكل|"
        "الأخبار|حفظ|استمع|حجم الخط|تكبير الخط|إلى الأعلى",
        skips="انتقل إلى المحتوى|تخطى إلى المحتوى|تخطي إلى المحتوى|انتقل إلى المحتوى الرئيسي|العودة إلى الأعلى|"
        "الصفحة الرئيسية|العودة إلى الرئيسية|فتح القائمة|إغلاق القائمة|استمع إلى المقال|استمع للمقال|"
        "الاستماع للمقال|اقرأ في التطبيق|تخطى الإعلان|الانتقال إلى المحتوى الرئيسي|الانتقال إلى المحتوى|"
        "انتقل إلى القائمة|عودة إلى الأعلى|نسخة للطباعة|أبلغ عن خطأ|طباعة المقال",
        sections="أخبار|الأخبار|سياسة|اقتصاد|رياضة|ثقافة|العالم|مجتمع|علوم|صحة|رأي|تكنولوجيا|فيديو|الرئيسية|منوعات",
        share="شارك|مشاركة|تغريد|طباعة|إرسال|نسخ|نسخ الرابط|فيسبوك|تويتر|واتساب|تلغرام|حفظ|تابعنا",
        shares="شارك على فيسبوك|شارك على تويتر|شارك المقال|شارك الخبر|شارك هذا المقال|مشاركة على فيسبوك|"
        "شارك عبر واتساب|"
        "تم نسخ الرابط|تابعنا على فيسبوك|تابعونا على",
        adverts="إعلان|إعلانات|اعلان|محتوى ممول|مادة إعلانية",
        banners="تستمر المقالة بعد الإعلان|يتبع بعد الإعلان|تخطي الإعلان|يستمر المقال بعد الإعلان",
        loading="جاري التحميل|جار التحميل|تحميل|يرجى الانتظار",
        comments="تعليقات|التعليقات|تعليق|رد|لا توجد تعليقات",
        replies="أضف تعليقا|أضف تعليق|اترك تعليقا|اترك تعليقاً|عرض التعليقات|اكتب تعليقا|شاهد التعليقات",
        letters="اشترك…النشرة|اشترك…نشرتنا|اشترك…البريدية|تابعونا على…|اشترك…قناتنا|حمل تطبيق…",
        cookies="ملفات تعريف الارتباط|يستخدم الكوكيز",
        buttons="قبول|قبول الكل|رفض|رفض الكل|موافق|أوافق|الإعدادات|سياسة الخصوصية|شروط الاستخدام",
        rights="جميع الحقوق محفوظة|حقوق النشر محفوظة|كل الحقوق محفوظة",
        counted="تعليق|تعليقات|تعليقا|مشاركة|مشاهدة|مشاهدات",
        ago=r"(?:منذ|قبل) (?:\d{1,2} )?(?:ثانية|ثوان|دقيقة|دقائق|دقيقتين|ساعة|ساعات|ساعتين|يوم|أيام|يومين|أسبوع|"
        r"أسابيع|شهر|أشهر|سنة|سنوات)",
        reading=r"(?:وقت القراءة|مدة القراءة)[:\s]{0,3}\d{1,3} ?(?:دقيقة|دقائق)|\d{1,3} ?(?:دقيقة|"
        r"دقائق) (?:قراءة|للقراءة)",
        walls=r"هذا المقال متاح للمشتركين فقط",
        tags="الكلمات المفتاحية|كلمات مفتاحية|كلمات دلالية|الوسوم|وسوم|الكلمات الدالة|مواضيع",
        credits="صورة|الصورة|تصوير|مصدر الصورة|المصدر|صورة أرشيفية|صدر الصورة",
        captions="التعليق على الصورة",
        by="بقلم|كتب|كتبت|الكاتب|تقرير",
        joined="و",
        dates="نشر|نشر في|تاريخ النشر|آخر تحديث|تم التحديث|تحديث",
        places="شارع|ميدان|ساحة|جسر|طريق|محطة|مطار|بحيرة|جزيرة|مدينة",
        menus="من نحن|عن الموقع|اتصل بنا|تواصل معنا|أعلن معنا|للإعلان|وظائف|سياسة الخصوصية|الخصوصية|"
        "شروط الاستخدام|شروط الخدمة|بيان الخصوصية|سياسة ملفات تعريف الارتباط|اتفاقية الاستخدام|خريطة الموقع|"
        "الأرشيف|النشرة البريدية|النشرات البريدية|اشتراك|الاشتراك|حسابي|تسجيل الخروج|إنشاء حساب|تطبيقات|تطبيقاتنا|"
        "مساعدة|الأسئلة الشائعة|هيئة التحرير|فيديوهات|صور|بودكاست|مقالات|مقالات الرأي|كتاب الرأي|كاريكاتير|"
        "تحقيقات|ملفات|بث مباشر|مباشر|عاجل|الطقس|أحوال الطقس|برامج|البرامج|جدول البرامج|تردد القنوات|الوسائط|"
        "المزيد من الأقسام|english",
        topics="كرة القدم|سينما|موسيقى|كتب|مسرح|تلفزيون|موضة|مطبخ|سفر|سياحة|سيارات|عقارات|تعليم|بيئة|أعمال|شركات|"
        "أسواق|أسرة|فنون|فن|مصر|السعودية|لبنان|سوريا|العراق|المغرب|الجزائر|تونس|الأردن|فلسطين|الإمارات|"
        "الشرق الأوسط|العالم العربي|عربي|دولي|محليات|أفريقيا|آسيا|أوروبا|أمريكا|تاريخ|حوادث|علوم وتكنولوجيا|منوعات",
    ),
    "he": Words(
        teasers="קראו גם|קרא גם|קראו עוד|קרא עוד|לקריאה נוספת|צפו גם|צפו|האזינו|עוד בנושא|כתבות נוספות|ראו גם",
        also="קראו גם|קרא גם|צפו גם",
        heads="קראו גם|כתבות נוספות|כתבות קשורות|כתבות דומות|עוד בנושא|אולי יעניין אותך|אולי יעניין אתכם|"
        "הנקראות ביותר|"
        "הכי נקראות|חדשות אחרונות|כתבות מומלצות|מומלצים|עוד חדשות|לקריאה נוספת|נושאים קשורים",
        nav="דף הבית|בית|תפריט|חיפוש|התחברות|כניסה|הרשמה|צור קשר|סגור|הבא|הקודם|עוד|הצג עוד|חדשות|שמור|הכל|האזינו|"
        "גודל גופן|הגדל טקסט",
        skips="דלג לתוכן|דילוג לתוכן|דלג לתוכן הראשי|דלג לתוכן העיקרי|חזרה למעלה|חזרה לדף הבית|פתח תפריט|"
        "סגור תפריט|מצאתם טעות|מצאתם טעות? כתבו לנו|מצאתם טעות בכתבה|האזינו לכתבה|להאזנה לכתבה|דלג לתפריט|"
        "הדפסת כתבה",
        sections="חדשות|פוליטיקה|כלכלה|ספורט|תרבות|עולם|חברה|מדע|בריאות|דעות|טכנולוגיה|וידאו|בית|בארץ",
        share="שתף|שתפו|שיתוף|צייץ|הדפסה|הדפס|שלח|העתק|העתק קישור|פייסבוק|טוויטר|ווטסאפ|טלגרם|שמור|עקבו",
        shares="שתף בפייסבוק|שתפו בפייסבוק|שתף בטוויטר|שתפו בווטסאפ|שתפו את הכתבה|שתף כתבה|שתף במייל|שלח לחבר|"
        "הקישור הועתק|עקבו אחרינו|הדפס כתבה",
        adverts="פרסומת|מודעה|פרסומות|תוכן ממומן|תוכן שיווקי",
        banners="הכתבה ממשיכה אחרי הפרסומת|המשך הכתבה אחרי הפרסומת|דלג על הפרסומת",
        loading="טוען|בטעינה|אנא המתן",
        comments="תגובות|תגובה|הגב|אין תגובות|דווח על טעות",
        replies="הוסף תגובה|הוספת תגובה|כתוב תגובה|כתבו תגובה|הצג תגובות|לכל התגובות|השאירו תגובה",
        letters="הירשמו…ניוזלטר|הירשמו…לניוזלטר|הצטרפו…ניוזלטר|הצטרפו…לניוזלטר|עקבו אחרינו…|הצטרפו…לערוץ|"
        "הורידו את האפליקציה…",
        cookies="משתמש בעוגיות|שימוש בעוגיות|קובצי cookie|קבצי cookie",
        buttons="אישור|קבל|קבל הכל|דחה|דחה הכל|אני מסכים|הגדרות|מדיניות פרטיות|תנאי שימוש|מדיניות הפרטיות",
        rights="כל הזכויות שמורות",
        counted="תגובות|תגובה|שיתופים|צפיות",
        ago=r"לפני (?:\d{1,2} )?(?:שנייה|שניות|דקה|דקות|שעה|שעות|שעתיים|יום|ימים|יומיים|שבוע|שבועות|חודש|חודשים|"
        r"שנה|שנים)",
        reading=r"(?:זמן קריאה)[:\s]{0,3}\d{1,3} ?(?:דקות|דק'|דק׳)|\d{1,3} ?(?:דקות|דק'|דק׳) קריאה",
        credits="צילום|תמונה|צילומים|קרדיט|מקור|צילום מסך|איור",
        by="מאת|כתב|כתבה",
        joined="ו",
        dates="פורסם|פורסם ב|עודכן|עדכון אחרון|תאריך",
        places="רחוב|כיכר|שדרות|גשר|דרך|תחנת|פארק|אגם|עיר",
        menus="אודות|אודותינו|מי אנחנו|צרו קשר|יצירת קשר|פרסמו אצלנו|פרסום באתר|דרושים|תקנון|תנאי שימוש|"
        "תנאי השימוש|מדיניות פרטיות|הצהרת נגישות|נגישות|מפת האתר|ארכיון|ניוזלטר|rss|מנויים|רכישת מנוי|החשבון שלי|"
        "התנתקות|עזרה|שאלות נפוצות|אפליקציה|פודקאסטים|פודקאסט|תמונות|גלריות|בלוגים|טורים|מבזקים|מזג אוויר|"
        "הורוסקופ|תשבצים|לוח|לוח שידורים",
        topics="כדורגל|כדורסל|קולנוע|מוזיקה|ספרים|תיאטרון|טלוויזיה|אופנה|אוכל|תיירות|רכב|נדל״ן|חינוך|סביבה|"
        "שוק ההון|צרכנות|משפחה|רכילות|ירושלים|תל אביב|היסטוריה|משפט|פלילים|צבא וביטחון",
    ),
    "id": Words(
        teasers="baca juga|baca selengkapnya|baca lebih lanjut|lihat juga|simak juga|tonton juga|selengkapnya|"
        "artikel terkait|"
        "berita terkait|jangan lewatkan|simak",
        also="baca juga|lihat juga|simak juga|tonton juga",
        heads="baca juga|artikel terkait|berita terkait|berita lainnya|artikel lainnya|terpopuler|"
        "berita terpopuler|berita terbaru|"
        "paling banyak dibaca|rekomendasi untuk anda|rekomendasi|lihat juga|topik terkait|terkini|pilihan editor",
        nav="beranda|menu|cari|masuk|daftar|langganan|berlangganan|kontak|tutup|berikutnya|sebelumnya|selanjutnya|"
        "lainnya|lihat semua|muat lainnya|selengkapnya|berita|simpan|ukuran huruf|perbesar gambar|lihat foto",
        skips="langsung ke konten|lompat ke konten|lewati ke konten|kembali ke atas|kembali ke beranda|buka menu|"
        "tutup menu|halaman selanjutnya|halaman berikutnya|dengarkan artikel|laporkan kesalahan|versi cetak|"
        "baca di aplikasi|gulir ke atas",
        sections="berita|politik|ekonomi|olahraga|budaya|dunia|internasional|nasional|sains|kesehatan|opini|"
        "teknologi|beranda|bisnis|hiburan",
        share="bagikan|tweet|cetak|kirim|salin|salin tautan|salin link|simpan|ikuti|komentar",
        shares="bagikan artikel ini|bagikan berita ini|bagikan ke facebook|bagikan ke twitter|"
        "bagikan ke whatsapp|bagikan di facebook|"
        "bagikan artikel|kirim lewat email|tautan disalin|ikuti kami|ikuti kami di",
        adverts="iklan|advertorial|konten bersponsor|promosi",
        banners="artikel berlanjut setelah iklan|lanjutkan membaca setelah iklan|scroll untuk melanjutkan membaca|"
        "scroll untuk lanjut membaca|gulir untuk melanjutkan|lewati iklan|scroll to continue with content",
        loading="memuat|sedang memuat|mohon tunggu",
        comments="komentar|balas|tidak ada komentar|laporkan kesalahan",
        replies="tulis komentar|tinggalkan komentar|lihat komentar|tambahkan komentar|beri komentar|"
        "lihat semua komentar",
        letters="mari bergabung…telegram|dapatkan…telegram|ikuti…whatsapp|gabung…whatsapp|"
        "daftar…buletin|langganan…newsletter|berlangganan…newsletter|berlangganan…buletin|"
        "dapatkan…newsletter|"
        "ikuti kami di…|gabung…channel|unduh aplikasi…|dapatkan update berita…|ikuti berita…channel",
        cookies="menggunakan cookie|menggunakan cookies|penggunaan cookie|kebijakan cookie",
        buttons="terima|terima semua|tolak|tolak semua|setuju|pengaturan|kebijakan privasi|ketentuan layanan",
        rights="hak cipta dilindungi|seluruh hak cipta|copyright",
        counted="komentar|dibagikan|tayangan|kali dibaca|balasan",
        ago=r"(?:\d{1,2}|satu) ?(?:detik|menit|jam|hari|minggu|bulan|tahun)(?: yang)? lalu",
        reading=r"(?:waktu baca)[:\s]{0,3}\d{1,3} ?menit|\d{1,3} ?menit (?:baca|membaca)",
        tags="tag|tags|kata kunci|topik",
        credits="foto|foto oleh|gambar|sumber|sumber foto|ilustrasi|dok|dokumentasi|sumber gambar",
        captions="keterangan gambar|keterangan foto",
        articles="yang|di|ke|dari|ini|itu|para|sebuah|seorang",
        by="oleh|penulis|reporter|ditulis oleh|editor",
        joined="dan",
        dates="diterbitkan|dipublikasikan|diperbarui|tanggal|terbit",
        places="jalan|jl|alun-alun|jembatan|stasiun|bandara|taman|danau|pulau|kota",
        menus="tentang kami|hubungi kami|kontak kami|redaksi|karir|karier|pedoman media siber|pedoman siber|"
        "kode etik|info iklan|pasang iklan|iklan baris|kebijakan privasi|kebijakan data pribadi|"
        "syarat dan ketentuan|ketentuan penggunaan|disclaimer|peta situs|sitemap|rss|arsip|indeks|indeks berita|"
        "epaper|e-paper|koran|video|foto|galeri|infografis|podcast|kolom|opini|live|live tv|cuaca|jadwal sholat|"
        "zodiak|kuis|forum|akun saya|keluar|bantuan|aplikasi",
        topics="nasional|sepak bola|bola|bulu tangkis|otomotif|film|musik|buku|fashion|kuliner|wisata|travel|"
        "properti|pendidikan|lingkungan|pasar|keuangan|keluarga|selebriti|selebritas|seleb|jakarta|bandung|"
        "surabaya|regional|daerah|metro|hukum|kriminal|gaya hidup|kesehatan|sejarah|internasional",
    ),
    "vi": Words(
        teasers="đọc thêm|xem thêm|đọc tiếp|xem tiếp|tin liên quan|bài liên quan|mời xem thêm|mời độc giả xem|video",
        also="đọc thêm|xem thêm|mời xem thêm",
        heads="đọc thêm|xem thêm|tin liên quan|bài viết liên quan|bài liên quan|tin cùng chuyên mục|"
        "cùng chuyên mục|tin khác|"
        "tin mới nhất|tin mới|đọc nhiều|đọc nhiều nhất|tin nổi bật|có thể bạn quan tâm|bạn có thể quan tâm|"
        "chủ đề liên quan|tin tức khác",
        nav="trang chủ|menu|tìm kiếm|đăng nhập|đăng ký|liên hệ|đóng|tiếp theo|trước|sau|xem thêm|xem tất cả|"
        "tin tức|lưu|tải thêm|cỡ chữ|phóng to|xem ảnh",
        skips="chuyển đến nội dung|bỏ qua nội dung|chuyển tới nội dung|về đầu trang|lên đầu trang|"
        "quay lại trang chủ|về trang chủ|mở menu|đóng menu|nghe đọc bài|nghe bài viết|xem toàn màn hình|"
        "đọc bài gốc|quay lại đầu trang|in bài viết",
        sections="tin tức|chính trị|kinh tế|thể thao|văn hóa|thế giới|xã hội|khoa học|sức khỏe|ý kiến|công nghệ|"
        "trang chủ|giải trí|thời sự|kinh doanh",
        share="chia sẻ|in|in bài|gửi|gửi email|sao chép|sao chép liên kết|lưu|theo dõi|zalo|bình luận|thích",
        shares="chia sẻ bài viết|chia sẻ lên facebook|chia sẻ facebook|chia sẻ qua email|chia sẻ bài viết này|"
        "in bài viết|"
        "gửi cho bạn bè|đã sao chép liên kết|theo dõi chúng tôi|theo dõi chúng tôi trên",
        adverts="quảng cáo|tài trợ|nội dung tài trợ",
        banners="bài viết tiếp tục sau quảng cáo|nội dung tiếp tục sau quảng cáo|bỏ qua quảng cáo",
        loading="đang tải|vui lòng chờ",
        comments="bình luận|trả lời|chưa có bình luận|ý kiến bạn đọc|báo lỗi",
        replies="gửi bình luận|viết bình luận|thêm bình luận|để lại bình luận|xem bình luận|"
        "xem tất cả bình luận|ý kiến của bạn",
        letters="đăng ký…bản tin|nhận…bản tin|theo dõi chúng tôi…|đăng ký…kênh|tải ứng dụng…",
        cookies="sử dụng cookie|sử dụng cookies",
        buttons="chấp nhận|chấp nhận tất cả|từ chối|từ chối tất cả|đồng ý|cài đặt|chính sách bảo mật|"
        "điều khoản sử dụng",
        rights="mọi quyền được bảo lưu|giữ bản quyền|bản quyền thuộc về|copyright",
        counted="bình luận|lượt chia sẻ|lượt xem|trả lời",
        ago=r"\d{1,2} ?(?:giây|phút|giờ|ngày|tuần|tháng|năm) trước",
        reading=r"(?:thời gian đọc)[:\s]{0,3}\d{1,3} ?phút|\d{1,3} ?phút đọc",
        tags="từ khóa|từ khoá|thẻ|tag|tags|chủ đề",
        credits="ảnh|hình ảnh|ảnh minh họa|nguồn|nguồn ảnh|ảnh của|nguồn hình ảnh",
        captions="chụp lại hình ảnh|chú thích ảnh",
        articles="một|các|những|này|trong|ở|tại|có|là",
        by="tác giả|bài|bài viết|người viết|theo",
        joined="và",
        dates="ngày đăng|đăng lúc|cập nhật|xuất bản|ngày",
        places="đường|phố|quảng trường|cầu|ga|sân bay|công viên|hồ|đảo|thành phố",
        menus="giới thiệu|liên hệ quảng cáo|liên hệ tòa soạn|tòa soạn|đặt báo|rss|điều khoản|chính sách|"
        "chính sách bảo mật|điều khoản sử dụng|sơ đồ trang|tuyển dụng|báo giấy|báo in|video|ảnh|podcast|góc nhìn|"
        "tin nóng|tin mới|mới nhất|thời tiết|lịch thi đấu|đăng xuất|tài khoản|trợ giúp|ứng dụng",
        topics="bóng đá|điện ảnh|phim|âm nhạc|nhạc|sách|thời trang|ẩm thực|du lịch|xe|ô tô xe máy|bất động sản|"
        "nhà đất|giáo dục|môi trường|chứng khoán|tài chính|gia đình|pháp luật|đời sống|số hóa|quốc tế|hà nội|"
        "tp hcm|lịch sử|khoa học công nghệ",
    ),
    "hi": Words(
        teasers="यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|यह भी देखें|आगे पढ़ें|संबंधित खबर",
        also="यह भी पढ़ें|ये भी पढ़ें|यह भी देखें",
        heads="यह भी पढ़ें|ये भी पढ़ें|संबंधित खबरें|संबंधित समाचार|अन्य खबरें|ताज़ा खबरें|ताजा खबरें|"
        "लोकप्रिय खबरें|सबसे ज्यादा पढ़े गए|और खबरें|लेटेस्ट न्यूज़|लेटेस्ट न्यूज|ट्रेंडिंग|ट्रेंडिंग न्यूज़|"
        "बड़ी खबरें|टॉप न्यूज़|ये भी देखें|आज की बड़ी खबरें",
        nav="होम|मुख्य पृष्ठ|मेनू|खोज|खोजें|लॉग इन|साइन इन|संपर्क|बंद करें|अगला|पिछला|और देखें|समाचार",
        skips="मुख्य सामग्री पर जाएं|सामग्री पर जाएं|ऊपर जाएं|होम पर वापस जाएं",
        sections="समाचार|राजनीति|अर्थव्यवस्था|खेल|संस्कृति|दुनिया|देश|विज्ञान|स्वास्थ्य|राय|तकनीक|होम|मनोरंजन",
        share="शेयर|शेयर करें|साझा करें|ट्वीट|प्रिंट|ईमेल|लिंक कॉपी करें|फेसबुक|ट्विटर|व्हाट्सएप",
        shares="इस खबर को शेयर करें|फेसबुक पर शेयर करें|ट्विटर पर शेयर करें|हमें फॉलो करें",
        adverts="विज्ञापन|प्रायोजित",
        banners="विज्ञापन के बाद जारी|खबर विज्ञापन के बाद जारी",
        loading="लोड हो रहा है|कृपया प्रतीक्षा करें",
        comments="टिप्पणियां|टिप्पणी|कमेंट|जवाब",
        replies="टिप्पणी करें|कमेंट करें|टिप्पणी लिखें|सभी टिप्पणियां देखें",
        letters="न्यूज़लेटर…सब्सक्राइब|हमारे न्यूज़लेटर…|हमें फॉलो करें…",
        cookies="कुकीज़ का उपयोग|कुकी का उपयोग",
        buttons="स्वीकार करें|सभी स्वीकार करें|अस्वीकार करें|गोपनीयता नीति|सहमत",
        rights="सर्वाधिकार सुरक्षित",
        counted="टिप्पणियां|टिप्पणी|शेयर|व्यूज",
        ago=r"\d{1,2} ?(?:सेकंड|मिनट|घंटे|घंटा|दिन|सप्ताह|महीने|साल) पहले",
        reading=r"\d{1,3} ?मिनट (?:में पढ़ें|का पठन)",
        tags="टैग|टैग्स|कीवर्ड",
        credits="फोटो|तस्वीर|फोटो क्रेडिट|स्रोत|चित्र|इमेज स्रोत",
        captions="इमेज कैप्शन",
        by="लेखक|द्वारा|रिपोर्ट",
        joined="और",
        dates="प्रकाशित|अपडेट|अद्यतन|तारीख",
        places="सड़क|मार्ग|चौक|पुल|स्टेशन|नगर",
        menus="हमारे बारे में|संपर्क करें|विज्ञापन दें|गोपनीयता नीति|नियम और शर्तें|साइटमैप|ई-पेपर|वीडियो|फोटो|"
        "फोटो गैलरी|वेब स्टोरी|लाइव टीवी|राशिफल|मौसम|ब्लॉग|ऐप डाउनलोड करें|न्यूज़लेटर|लॉगिन|ताज़ा खबरें|"
        "ब्रेकिंग न्यूज़",
        topics="क्रिकेट|बॉलीवुड|मनोरंजन|व्यापार|बिजनेस|शिक्षा|करियर|धर्म|लाइफस्टाइल|गैजेट्स|टेक|ऑटो|विदेश|राज्य|"
        "दिल्ली|उत्तर प्रदेश|बिहार|मुंबई|चुनाव|क्राइम",
    ),
    "th": Words(
        teasers="อ่านเพิ่มเติม|อ่านต่อ|อ่านข่าวเพิ่มเติม|ข่าวที่เกี่ยวข้อง|อ่านข่าวต่อ|ดูเพิ่มเติม|บทความที่เกี่ยวข้อง|คลิกอ่าน",
        heads="ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|เรื่องที่เกี่ยวข้อง|ข่าวล่าสุด|ข่าวยอดนิยม|ยอดนิยม|"
        "เรื่องล่าสุด|บทความล่าสุด|ข่าวอื่นๆ|ข่าวแนะนำ|เรื่องแนะนำ|อ่านมากที่สุด|คุณอาจสนใจ|เนื้อหาที่เกี่ยวข้อง",
        nav="หน้าแรก|หน้าหลัก|เมนู|ค้นหา|เข้าสู่ระบบ|สมัครสมาชิก|ติดต่อเรา|ปิด|ถัดไป|ก่อนหน้า|ดูทั้งหมด|เพิ่มเติม|ข่าว|บันทึก|อ่านต่อ|ขนาดตัวอักษร",
        skips="ข้ามไปยังเนื้อหา|ข้ามไปเนื้อหา|ข้ามไปยังเนื้อหาหลัก|กลับขึ้นด้านบน|กลับไปหน้าแรก|ฟังข่าวนี้",
        sections="ข่าว|การเมือง|เศรษฐกิจ|กีฬา|บันเทิง|ต่างประเทศ|สังคม|วัฒนธรรม|สุขภาพ|เทคโนโลยี|ทั่วไทย|อาชญากรรม|การศึกษา|ไลฟ์สไตล์",
        share="แชร์|แบ่งปัน|พิมพ์|ทวีต|คัดลอกลิงก์|ไลน์|เฟซบุ๊ก|ทวิตเตอร์|อีเมล|ติดตาม",
        shares="แชร์บทความนี้|แชร์ข่าวนี้|แชร์ไปยังเฟซบุ๊ก|แชร์ทางเฟซบุ๊ก|คัดลอกลิงก์แล้ว|ติดตามเรา|"
        "ติดตามเราได้ที่|ติดตามเราทางเฟซบุ๊ก|ติดตามเราทาง facebook|กดติดตาม",
        adverts="โฆษณา|เนื้อหาสนับสนุน|สปอนเซอร์",
        banners="ข่าวต่อหลังโฆษณา|อ่านต่อด้านล่างโฆษณา|ข้ามโฆษณา",
        loading="กำลังโหลด|โปรดรอสักครู่",
        comments="ความคิดเห็น|ตอบกลับ|ยังไม่มีความคิดเห็น",
        replies="แสดงความคิดเห็น|เขียนความคิดเห็น|ดูความคิดเห็นทั้งหมด",
        letters="สมัครรับ…จดหมายข่าว|ติดตามเรา…|สมัครสมาชิก…จดหมายข่าว",
        cookies="ใช้คุกกี้|เว็บไซต์นี้ใช้คุกกี้",
        buttons="ยอมรับ|ยอมรับทั้งหมด|ปฏิเสธ|ตั้งค่าคุกกี้|นโยบายความเป็นส่วนตัว|เงื่อนไขการใช้งาน",
        rights="สงวนลิขสิทธิ์|ลิขสิทธิ์ถูกต้องตามกฎหมาย",
        counted="ความคิดเห็น|แชร์|ครั้ง|คนดู",
        ago=r"\d{1,2} ?(?:วินาที|นาที|ชั่วโมง|วัน|สัปดาห์|เดือน|ปี)(?:ที่แล้ว|ที่ผ่านมา)",
        reading=r"(?:ใช้เวลา)?อ่าน ?\d{1,3} ?นาที|เวลาอ่าน[: ]{0,2}\d{1,3} ?นาที",
        tags="แท็ก|คำสำคัญ|หมวดหมู่|ป้ายกำกับ",
        credits="ภาพ|ภาพจาก|ภาพถ่าย|ที่มา|ที่มาภาพ|เครดิตภาพ|แฟ้มภาพ|ที่มาของภาพ",
        captions="คำบรรยายภาพ",
        by="โดย|ผู้เขียน|เรื่อง|รายงานโดย|ผู้สื่อข่าว",
        dates="เผยแพร่|อัปเดต|อัพเดต|วันที่|เผยแพร่เมื่อ",
        menus="เกี่ยวกับเรา|ลงโฆษณา|ติดต่อโฆษณา|ร่วมงานกับเรา|นโยบายคุกกี้|ข้อตกลงการใช้งาน|แผนผังเว็บไซต์|วิดีโอ|"
        "คลิป|ภาพข่าว|พอดแคสต์|คอลัมน์|บทความ|ดูดวง|หวย|พยากรณ์อากาศ|ข่าวด่วน|สด",
        topics="ฟุตบอล|ภาพยนตร์|เพลง|หนังสือ|อาหาร|ท่องเที่ยว|ยานยนต์|อสังหาริมทรัพย์|สิ่งแวดล้อม|การเงิน|หุ้น|ครอบครัว|กรุงเทพ|วิทยาศาสตร์",
    ),
    "el": Words(
        teasers="διαβάστε επίσης|διαβάστε ακόμη|διαβάστε περισσότερα|διαβάστε εδώ|διαβάστε|δείτε επίσης|"
        "δείτε ακόμη|σχετικά|σχετικό άρθρο|δείτε περισσότερα",
        also="διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης|δείτε ακόμη",
        heads="σχετικά άρθρα|σχετικά θέματα|διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης|δημοφιλή|τα πιο δημοφιλή|"
        "πιο διαβασμένα|τελευταία νέα|τελευταίες ειδήσεις|ροή ειδήσεων|περισσότερα|περισσότερα νέα|προτεινόμενα|"
        "μπορεί να σας ενδιαφέρει|περισσότερα άρθρα",
        nav="αρχική|μενού|αναζήτηση|σύνδεση|εγγραφή|επικοινωνία|κλείσιμο|επόμενο|προηγούμενο|περισσότερα|"
        "δείτε όλα|ειδήσεις|αποθήκευση|αρχική σελίδα|μέγεθος γραμματοσειράς",
        skips="μετάβαση στο περιεχόμενο|μετάβαση στο κύριο περιεχόμενο|επιστροφή στην κορυφή|"
        "επιστροφή στην αρχική|ακούστε το άρθρο",
        sections="ειδήσεις|πολιτική|οικονομία|αθλητισμός|αθλητικά|πολιτισμός|κοινωνία|κόσμος|διεθνή|ελλάδα|υγεία|"
        "επιστήμη|τεχνολογία|απόψεις|ψυχαγωγία|lifestyle",
        share="κοινοποίηση|κοινοποιήστε|μοιραστείτε|εκτύπωση|αποστολή|αντιγραφή συνδέσμου|ακολουθήστε",
        shares="κοινοποίηση στο facebook|μοιραστείτε το άρθρο|κοινοποιήστε το άρθρο|ακολουθήστε μας|"
        "ακολουθήστε μας στο google news|ακολουθήστε μας στο facebook|ακολουθήστε το",
        adverts="διαφήμιση|διαφημίσεις|χορηγούμενο|προωθημένο",
        banners="το άρθρο συνεχίζεται μετά τη διαφήμιση|η συνέχεια μετά τη διαφήμιση",
        loading="φόρτωση|παρακαλώ περιμένετε",
        comments="σχόλια|σχόλιο|απάντηση|κανένα σχόλιο",
        replies="αφήστε σχόλιο|προσθήκη σχολίου|γράψτε σχόλιο|δείτε όλα τα σχόλια|σχολιάστε",
        letters="εγγραφείτε…newsletter|εγγραφείτε…ενημερωτικό|λάβετε…newsletter|ακολουθήστε μας…",
        cookies="χρησιμοποιεί cookies|χρησιμοποιούμε cookies|πολιτική cookies",
        buttons="αποδοχή|αποδοχή όλων|απόρριψη|απόρριψη όλων|ρυθμίσεις|συμφωνώ|πολιτική απορρήτου|όροι χρήσης",
        rights="με την επιφύλαξη παντός δικαιώματος|όλα τα δικαιώματα",
        counted="σχόλια|σχόλιο|κοινοποιήσεις|προβολές",
        ago=r"πριν (?:από )?\d{1,2} (?:δευτερόλεπτα|λεπτά|λεπτό|ώρες|ώρα|ημέρες|μέρες|εβδομάδες|μήνες)",
        reading=r"(?:χρόνος ανάγνωσης)[:\s]{0,3}\d{1,3} ?λεπτ(?:ά|ό)|διάβασε σε \d{1,3} ?λεπτ(?:ά|ό)|"
        r"\d{1,3} ?λεπτ(?:ά|ό) ανάγνωση",
        tags="ετικέτες|λέξεις-κλειδιά|κατηγορίες",
        credits="φωτογραφία|φωτογραφίες|φωτό|φωτο|πηγή|εικόνα|πηγή φωτογραφίας",
        articles="ο|η|το|οι|τα|ένας|μία|ένα|στο|στη|στον|από",
        by="γράφει|γράφει ο|γράφει η|συντάκτης|ρεπορτάζ|επιμέλεια",
        joined="και",
        dates="δημοσιεύτηκε|δημοσίευση|ενημέρωση|ενημερώθηκε|τελευταία ενημέρωση|ημερομηνία",
        menus="σχετικά με εμάς|ποιοι είμαστε|ταυτότητα|διαφημιστείτε|διαφήμιση στο site|θέσεις εργασίας|"
        "προσωπικά δεδομένα|προστασία δεδομένων|χάρτης ιστοτόπου|αρχείο|συνδρομές|συνδρομητές|ο λογαριασμός μου|"
        "αποσύνδεση|βοήθεια|βίντεο|φωτογραφίες|podcasts|στήλες|αρθρογράφοι|πρωτοσέλιδα|καιρός|ζώδια|"
        "πρόγραμμα τηλεόρασης|φαρμακεία",
        topics="ποδόσφαιρο|μπάσκετ|σινεμά|μουσική|βιβλίο|θέατρο|τηλεόραση|μόδα|συνταγές|ταξίδια|αυτοκίνητο|"
        "ακίνητα|παιδεία|περιβάλλον|αγορές|επιχειρήσεις|οικογένεια|αθήνα|θεσσαλονίκη|κύπρος|ευρώπη|ιστορία|"
        "αστυνομικό",
    ),
    "hu": Words(
        teasers="olvasta már|olvassa el|olvassa el ezt is|olvasd el|olvasd el ezt is|kapcsolódó cikk|kapcsolódó|"
        "kapcsolódó anyag|további részletek|ezt olvasta már|ajánljuk|ezek is érdekelhetik",
        also="olvasta már?|ezt olvasta már?",
        heads="kapcsolódó cikkek|kapcsolódó hírek|kapcsolódó|ajánlott cikkek|ajánlott|ajánljuk|legolvasottabb|"
        "legolvasottabbak|legnépszerűbb|legfrissebb|legfrissebb hírek|friss hírek|további hírek|további cikkek|"
        "ezek is érdekelhetik|ezt is ajánljuk|hasonló cikkek|olvasta már",
        nav="kezdőlap|címlap|főoldal|menü|keresés|belépés|bejelentkezés|regisztráció|kapcsolat|bezárás|következő|"
        "előző|tovább|több|összes|hírek|mentés|betűméret|tovább olvasom|hibát talált|nyomtatás",
        skips="ugrás a tartalomra|ugrás a fő tartalomra|vissza a tetejére|vissza a főoldalra|vissza a címlapra|"
        "cikk meghallgatása",
        sections="hírek|belföld|külföld|gazdaság|sport|kultúra|politika|tudomány|egészség|vélemény|technika|tech|"
        "életmód|bulvár|világ|közélet",
        share="megosztás|megosztom|megoszt|nyomtatás|küldés|link másolása|követés|tetszik",
        shares="megosztás facebookon|megosztás a facebookon|cikk megosztása|oszd meg|ossza meg|kövessen minket|"
        "kövess minket|kövessen minket a facebookon|kövess minket a facebookon|kövessen minket a google hírekben|"
        "küldés e-mailben",
        adverts="hirdetés|reklám|szponzorált|szponzorált tartalom|promóció",
        banners="a cikk a hirdetés után folytatódik|a cikk folytatódik a hirdetés után|a cikk lejjebb folytatódik|"
        "hirdetés átugrása",
        loading="betöltés|betöltés folyamatban|kérjük, várjon",
        comments="hozzászólások|hozzászólás|kommentek|válasz|nincs hozzászólás",
        replies="szólj hozzá|szóljon hozzá|hozzászólok|hozzászólás írása|kommentek megjelenítése|összes hozzászólás",
        letters="kövesse…facebook|kövesd…facebook|iratkozzon fel…hírlevel|csatlakozzon…csatorn|"
        "iratkozzon fel…hírlevel|iratkozz fel…hírlevel|feliratkozás…hírlevél|kövessen minket…|kövess minket…",
        cookies="sütiket használ|cookie-kat használ|sütik használat|sütiket használunk",
        buttons="elfogadom|mindet elfogadom|összes elfogadása|elutasítom|elutasítás|beállítások|adatvédelem|"
        "adatvédelmi tájékoztató|felhasználási feltételek|rendben",
        rights="minden jog fenntartva",
        counted="hozzászólás|komment|megosztás|megtekintés",
        ago=r"\d{1,2}(?: másodperce| perce| órája| napja| hete| hónapja| éve)",
        reading=r"(?:olvasási idő)[:\s]{0,3}\d{1,3} ?perc|\d{1,3} ?perc(?:es)? olvasás",
        tags="címkék|címke|kulcsszavak|rovat",
        credits="címlapkép|borítókép|nyitókép|kiemelt kép|"
        "fotó|fotók|kép|képek|forrás|illusztráció|fénykép|nyitókép|borítókép",
        articles="a|az|egy|ez|ezek|azok",
        by="szerző|írta|riporter",
        joined="és",
        dates="megjelent|frissítve|közzétéve|utolsó frissítés|dátum",
        menus="rólunk|impresszum|médiaajánlat|hirdetési lehetőségek|állás|karrier|súgó|gyik|jogi nyilatkozat|"
        "szerzői jogok|adatkezelési tájékoztató|süti beállítások|oldaltérkép|archívum|hírlevél|rss|előfizetés|"
        "előfizetek|fiókom|kijelentkezés|videó|videók|galéria|galériák|podcast|blogok|vélemények|szerkesztőség|"
        "időjárás|horoszkóp|tv-műsor|játék|apróhirdetés|gyászhírek|etikai kódex",
        topics="foci|labdarúgás|forma-1|kézilabda|mozi|film|zene|könyv|színház|divat|gasztro|recept|recepték|"
        "utazás|autó|ingatlan|oktatás|környezet|tőzsde|pénzügy|család|budapest|európa|történelem|bűnügy|otthon|"
        "sztárok",
    ),
    "ro": Words(
        teasers="citește și|citeste si|citiți și|vezi și|vezi si|citește mai mult|citește mai multe|"
        "citește continuarea|recomandarea noastră|pe aceeași temă|foto și video|recomandări",
        also="citește și|citeste si|citiți și|vezi și",
        heads="articole similare|articole asemănătoare|articole recomandate|știri similare|știri recente|"
        "cele mai citite|cele mai populare|ultimele știri|ultima oră|pe aceeași temă|recomandări|recomandate|"
        "citește și|te-ar putea interesa|mai multe știri|alte știri|cele mai noi",
        nav="acasă|acasa|meniu|căutare|caută|autentificare|intră în cont|înregistrare|contact|închide|următorul|"
        "anteriorul|mai mult|mai multe|vezi toate|știri|salvează|prima pagină|mărimea textului",
        skips="sari la conținut|sari la continut|salt la conținut|treci la conținutul principal|înapoi sus|"
        "înapoi la început|ascultă articolul|raportează o eroare|citește articolul complet",
        sections="știri|politică|politica|economie|economic|sport|sporturi|cultură|cultura|social|externe|"
        "internațional|sănătate|știință|opinii|tehnologie|monden|actualitate|eveniment|lifestyle",
        share="distribuie|distribuiți|partajează|tipărește|printează|trimite|copiază linkul|urmărește|îmi place",
        shares="distribuie pe facebook|distribuie articolul|share pe facebook|urmărește-ne pe facebook|"
        "urmărește-ne pe google news|urmărește-ne|link copiat|trimite pe whatsapp",
        adverts="publicitate|reclamă|reclame|sponsorizat|advertorial",
        banners="articolul continuă mai jos|articolul continuă după publicitate|continuarea după publicitate|"
        "continuă după publicitate",
        loading="se încarcă|vă rugăm așteptați",
        comments="comentarii|comentariu|răspunde|niciun comentariu",
        replies="lasă un comentariu|adaugă un comentariu|scrie un comentariu|vezi toate comentariile|lasă un răspuns",
        letters="abonează-te…newsletter|abonați-vă…newsletter|înscrie-te…newsletter|urmărește-ne pe…|abonează-te…canal",
        cookies="folosește cookie|utilizează cookie|folosim cookie|utilizăm cookie|module cookie",
        buttons="accept|acceptă|acceptă toate|refuz|refuză|respinge|setări|sunt de acord|"
        "politica de confidențialitate|termeni și condiții|politica de cookies",
        rights="toate drepturile rezervate",
        counted="comentarii|comentariu|distribuiri|vizualizări",
        ago=r"acum \d{1,2} (?:de )?(?:secunde|minute|minut|ore|oră|zile|zi|săptămâni|luni|ani)",
        reading=r"(?:timp de citire|timp de lectură)[:\s]{0,3}\d{1,3} ?(?:min|minute|minut)|"
        r"\d{1,3} min(?:ute)? de citit",
        tags="etichete|taguri|cuvinte cheie|categorii",
        credits="foto|fotografie|sursă foto|sursa foto|imagine|sursa|sursă|credit foto",
        articles="un|o|în|la|pe|din|acest|această",
        by="autor|scris de|redactor|reporter",
        joined="și",
        dates="publicat|publicat pe|actualizat|data publicării|ultima actualizare",
        menus="despre noi|redacția|echipa|contactează-ne|publicitate pe site|cariere|locuri de muncă|ajutor|"
        "întrebări frecvente|protecția datelor|gdpr|termeni de utilizare|harta site-ului|arhivă|newsletter|rss|"
        "abonamente|contul meu|deconectare|video|foto|galerii foto|podcast|bloguri|editoriale|vremea|horoscop|"
        "program tv|anunțuri|anpc|cod deontologic|live",
        topics="fotbal|tenis|film|muzică|cărți|teatru|televiziune|modă|rețete|călătorii|turism|auto|imobiliare|"
        "educație|mediu|bursă|bani|afaceri|familie|bucurești|cluj|românia|moldova|europa|istorie|justiție|vedete",
    ),
    "bg": Words(
        teasers="прочетете още|прочетете също|прочети още|виж още|вижте още|още по темата|свързани|четете още|"
        "четете също",
        also="прочетете още|прочетете също|вижте още",
        heads="още по темата|още новини|свързани статии|свързани новини|най-четени|най-четено|последни новини|"
        "най-нови|препоръчани|препоръчваме|може да ви хареса|подобни статии|още от|прочетете още",
        nav="начало|меню|търсене|вход|регистрация|контакти|затвори|следваща|предишна|още|виж всички|новини|запази|"
        "нагоре|размер на шрифта",
        skips="към съдържанието|към основното съдържание|премини към съдържанието|обратно към началото|чуй статията",
        sections="новини|политика|икономика|спорт|култура|общество|свят|българия|здраве|наука|мнения|технологии|"
        "лайфстайл|бизнес",
        share="сподели|споделяне|споделете|печат|изпрати|копирай линк|последвай|харесай",
        shares="сподели във фейсбук|сподели статията|последвайте ни|последвайте ни във facebook|"
        "последвайте ни във фейсбук|последвайте ни в google news",
        adverts="реклама|реклами|спонсорирано|платено съдържание",
        banners="статията продължава след рекламата|продължава след рекламата",
        loading="зареждане|моля, изчакайте",
        comments="коментари|коментар|отговор|няма коментари",
        replies="добави коментар|остави коментар|напиши коментар|виж всички коментари|коментирай",
        letters="абонирайте се…бюлетин|абонирай се…бюлетин|последвайте ни…",
        cookies="използва бисквитки|използваме бисквитки",
        buttons="приемам|приемам всички|отказвам|отказ|настройки|съгласен съм|политика за поверителност|общи условия",
        rights="всички права запазени",
        counted="коментара|коментари|споделяния|прегледа",
        ago=r"преди \d{1,2} (?:секунди|минути|минута|часа|час|дни|ден|седмици|месеца|години)",
        reading=r"(?:време за четене)[:\s]{0,3}\d{1,3} ?мин(?:ути)?\.?",
        tags="етикети|тагове|ключови думи",
        credits="снимка|снимки|фото|източник|илюстрация",
        by="автор",
        joined="и",
        dates="публикувано|обновено|последна промяна|дата",
        menus="за нас|за реклама|екип|кариери|помощ|поверителност|лични данни|карта на сайта|архив|бюлетин|rss|"
        "абонамент|моят профил|изход|видео|галерии|подкаст|блогове|прогноза за времето|времето|хороскоп|"
        "тв програма|обяви",
        topics="футбол|тенис|кино|музика|книги|театър|мода|рецепти|пътуване|автомобили|имоти|образование|"
        "околна среда|борса|финанси|семейство|софия|пловдив|варна|европа|история|крими",
    ),
    "hr": Words(
        teasers="pročitajte još|pročitajte i|pročitajte više|pročitaj još|pogledajte još|pogledajte i|povezano|"
        "vezane vijesti|pročitajte",
        also="pročitajte još|pročitajte i|pogledajte još",
        heads="povezani članci|povezane vijesti|vezane vijesti|vezani članci|najčitanije|najnovije|"
        "najnovije vijesti|zadnje vijesti|preporučeno|preporučujemo|izdvojeno|možda će vas zanimati|"
        "još iz rubrike|još vijesti|slični članci|pročitajte još",
        nav="naslovnica|početna|izbornik|traži|pretraga|prijava|registracija|kontakt|zatvori|sljedeće|prethodno|"
        "više|vidi sve|vijesti|spremi|na vrh|veličina teksta",
        skips="preskoči na sadržaj|preskoči na glavni sadržaj|povratak na vrh|natrag na vrh|poslušaj članak|"
        "prijavi pogrešku",
        sections="vijesti|politika|gospodarstvo|ekonomija|sport|kultura|društvo|svijet|hrvatska|zdravlje|znanost|"
        "mišljenja|tehnologija|crna kronika|scena|showbiz|lifestyle|regija",
        share="podijeli|podijelite|ispis|pošalji|kopiraj poveznicu|kopiraj link|prati|sviđa mi se",
        shares="podijeli na facebooku|podijeli članak|podijelite članak|pratite nas|pratite nas na facebooku|"
        "pratite nas na google vijestima",
        adverts="oglas|oglasi|reklama|sponzorirano|promo",
        banners="tekst se nastavlja ispod oglasa|članak se nastavlja ispod oglasa|nastavak ispod oglasa",
        loading="učitavanje|molimo pričekajte",
        comments="komentari|komentar|odgovori|nema komentara",
        replies="ostavi komentar|dodaj komentar|napiši komentar|komentiraj|pogledaj sve komentare|prikaži komentare",
        letters="prijavite se…newsletter|prijavi se…newsletter|pretplatite se…newsletter|pratite nas…",
        cookies="koristi kolačiće|koristimo kolačiće|upotreba kolačića",
        buttons="prihvaćam|prihvati|prihvati sve|odbij|odbijam|postavke|slažem se|politika privatnosti|"
        "uvjeti korištenja",
        rights="sva prava pridržana",
        counted="komentara|komentari|dijeljenja|pregleda",
        ago=r"prije \d{1,2} (?:sekundi|minuta|minute|sati|sata|dana|tjedana|mjeseci|godina)",
        reading=r"(?:vrijeme čitanja)[:\s]{0,3}\d{1,3} ?min(?:uta|ute)?\.?",
        tags="oznake|ključne riječi|tagovi",
        credits="foto|fotografija|izvor|ilustracija|snimio|snimila",
        by="piše|autor|autorica|napisao|napisala",
        joined="i",
        dates="objavljeno|ažurirano|zadnja izmjena|datum",
        menus="o nama|impressum|oglašavanje|marketing|karijere|pomoć|pravila privatnosti|zaštita privatnosti|"
        "kolačići|postavke kolačića|mapa weba|arhiva|newsletter|rss|pretplata|moj račun|odjava|video|foto|"
        "galerije|podcast|kolumne|vrijeme|vremenska prognoza|horoskop|tv program|osmrtnice|mali oglasi",
        topics="nogomet|košarka|tenis|film|glazba|knjige|kazalište|moda|recepti|putovanja|auto|nekretnine|"
        "obrazovanje|okoliš|burza|financije|obitelj|zagreb|split|rijeka|europa|povijest|život",
    ),
    "fa": Words(
        teasers="بیشتر بخوانید|بخوانید|همچنین بخوانید|مطالب مرتبط|بیشتر ببینید|ادامه مطلب",
        also="بیشتر بخوانید|همچنین بخوانید",
        heads="اخبار مرتبط|مطالب مرتبط|خبرهای مرتبط|بیشتر بخوانید|پربازدیدترین|پربازدیدترین‌ها|پربیننده‌ترین|"
        "پربیننده‌ترین اخبار|آخرین اخبار|تازه‌ترین اخبار|مطالب پیشنهادی|پیشنهاد سردبیر",
        nav="صفحه اصلی|خانه|منو|جستجو|جست‌وجو|ورود|ثبت نام|ثبت‌نام|تماس با ما|بستن|بعدی|قبلی|بیشتر|اخبار|ذخیره|"
        "اندازه قلم",
        skips="پرش به محتوا|رفتن به محتوا|بازگشت به بالا|نسخه چاپی|گزارش خطا",
        sections="اخبار|سیاسی|سیاست|اقتصادی|اقتصاد|ورزشی|ورزش|فرهنگی|فرهنگ|اجتماعی|جامعه|جهان|بین الملل|بین‌الملل|"
        "علمی|سلامت|فناوری|استان‌ها|هنر",
        share="اشتراک گذاری|اشتراک‌گذاری|به اشتراک بگذارید|چاپ|پرینت|ارسال|کپی لینک|تلگرام|واتساپ|توییتر|فیسبوک|"
        "اینستاگرام",
        shares="اشتراک گذاری در تلگرام|این مطلب را به اشتراک بگذارید|ما را دنبال کنید|به ما بپیوندید",
        adverts="تبلیغات|تبلیغ|آگهی|رپرتاژ آگهی",
        loading="در حال بارگذاری|لطفا صبر کنید",
        comments="نظرات|نظر|نظر شما|پاسخ|بدون نظر",
        replies="ارسال نظر|نظر بدهید|دیدگاه خود را بنویسید|نظر خود را بنویسید|افزودن دیدگاه",
        letters="عضویت…خبرنامه|در خبرنامه…|ما را…دنبال کنید",
        cookies="از کوکی استفاده|از کوکی‌ها استفاده",
        buttons="می‌پذیرم|پذیرفتن|رد کردن|تنظیمات|حریم خصوصی|شرایط استفاده",
        rights="تمام حقوق محفوظ است|کلیه حقوق محفوظ|تمامی حقوق|کلیه حقوق",
        counted="نظر|بازدید|نظرات",
        ago=r"[\d۰-۹]{1,2} (?:ثانیه|دقیقه|ساعت|روز|هفته|ماه|سال) (?:پیش|قبل)",
        tags="برچسب‌ها|برچسب ها|برچسب|کلیدواژه‌ها|کلمات کلیدی",
        credits="عکس|تصویر|منبع|عکاس|منبع تصویر",
        captions="توضیح تصویر",
        by="نویسنده|گزارش|خبرنگار|به قلم",
        joined="و",
        dates="تاریخ انتشار|منتشر شده|به‌روزرسانی|به روز رسانی|تاریخ",
        menus="درباره ما|پیوندها|آرشیو|خبرنامه|rss|نقشه سایت|عکس|فیلم|ویدئو|ویدیو|چندرسانه‌ای|گزارش تصویری|"
        "یادداشت|گفتگو|گفت‌وگو|بازار|آب و هوا|اوقات شرعی|فال|پیشخوان روزنامه‌ها|تبلیغات در سایت",
        topics="فوتبال|سینما|موسیقی|کتاب|تئاتر|تلویزیون|آشپزی|گردشگری|خودرو|مسکن|آموزش|محیط زیست|بورس|خانواده|"
        "تهران|تاریخ|حوادث|علم",
    ),
}
"""The phrases, by ISO 639-1 code."""

AGENCIES = (
    "afp|ap|associated press|the associated press|reuters|thomson reuters|getty|getty images|epa|epa-efe|efe|"
    "dpa|ddp|apa|"
    "keystone|keystone-sda|getty|ansa|agi|adnkronos|lusa|pap|ctk|čtk|tass|тасс|ria novosti|риа "
    "новости|interfax|интерфакс|"
    "interfax-ukraine|інтерфакс-україна|ukrinform|укрінформ|unian|уніан|ukrafoto|xinhua|新华社|新華社|kyodo|"
    "共同通信|jiji|時事|"
    "yonhap|연합뉴스|anadolu|anadolu agency|aa|aa photo|dha|iha|pti|ani|bernama|antara|ttxvn|ntb|ritzau|"
    "ritzau scanpix|"
    "scanpix|tt|tt nyhetsbyrån|lehtikuva|stt|belga|anp|hollandse hoogte|imago|imago images|picture alliance|"
    "picture-alliance|alamy|shutterstock|istock|unsplash|pexels|pixabay|depositphotos|adobe stock|nurphoto|sipa|"
    "abaca|"
    "magnum|magnum photos|bloomberg|upi|zuma|zuma press|pool|handout|file|archive|social media|telegram|twitter|"
    "facebook|instagram|wikimedia|wikimedia commons|flickr|nasa|pa|pa media|pa wire|press association|aap|cp|"
    "the canadian press|la presse|lapresse|rfe/rl|bbc|sopa images|lightrocket|via getty images|via reuters|via ap|"
    "corbis|afp via getty images|europa press|notimex|télam|agência brasil|folhapress|presse|mti|mediafax|"
    "tanjug|fena|hina"
)
"""News and picture agencies and picture sources, as they stand in credit lines."""
