"""Hand-written pages of many kinds, with the usual chrome around them."""

from __future__ import annotations

HEAD = (
    '<meta charset="utf-8"><title>River opens old lock after nine years | The Harbour Post</title>'
    '<meta name="viewport" content="width=device-width"><meta property="og:site_name" content="The Harbour Post">'
    '<meta property="og:title" content="River opens old lock after nine years"><meta property="og:type" content="article">'
    '<meta property="og:description" content="Boats can pass the town again."><link rel="canonical" href="/news/lock">'
    '<meta property="article:published_time" content="2021-04-09T08:30:00+02:00"><meta name="author" content="Ada Keel">'
    '<meta name="keywords" content="river, lock, boats">'
)

LEAD = "The lock at the lower bridge was opened on Friday, and the first three barges passed before noon."
SECOND = "It had been closed since a winter flood, when stones were pushed against the gates and one of them broke."
THIRD = "The repair took four summers, said the harbour master, because divers could work only while the water was low."
QUOTED = "We had stopped believing in it, and then one morning the gates simply moved."
LAST = "A second lock further up the river is to follow next year, if the council finds the money for it."

NEWS = f"""<!DOCTYPE html><html lang="en-GB"><head>{HEAD}</head><body class="has-sidebar article-page">
<a class="skip-link" href="#main">Skip to content</a>
<header class="site-header"><a href="/"><img src="l.png"> Harbour Post logo</a>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/boats">Boats</a></li></ul>
</nav></header>
<div id="cookie-banner">We use cookies. <button>Accept all</button></div>
<main id="main"><article>
<header><h1>River opens old lock after nine years</h1><p class="byline">By <a rel="author" href="/ada">Ada Keel</a></p>
<time datetime="2021-04-09T08:30:00+02:00">9 April 2021</time></header>
<div class="share-bar"><a href="#">Share on Flutter</a> <a href="#">Mail</a></div>
<figure><img src="lock.jpg"><figcaption>The lock in March. Photo: B. Hull</figcaption></figure>
<div class="article-body"><p>{LEAD}</p><p>{SECOND}</p>
<aside class="related"><h3>Read more</h3><ul><li><a href="/a">Ferry strike ends</a></li><li>
<a href="/b">Old mill sold</a></li></ul></aside>
<h2>Four summers</h2><p>{THIRD} See <a href="report.html">the report</a>.</p>
<p><a href="/c">READ ALSO: Ten bridges to see this spring</a></p>
<blockquote><p>{QUOTED}</p></blockquote>
<ul><li>Length: 68 metres of stone wall on either side</li><li>Depth: three metres when the river is low</li></ul>
<div class="newsletter-signup"><p>Get our morning letter, every day at six, with all that moves on the water.</p>
<form><input type=email>
<button>Sign up</button></form></div><p>{LAST}</p></div>
<footer><div class="tags"><a href="/t/river">river</a> <a href="/t/lock">lock</a></div></footer></article>
<section id="comments"><h2>2 comments</h2><div class="comment">
<p>I was there and it was a lovely morning for everyone on the quay.</p></div>
<div class="comment"><p>Nine years is a very long time for a single pair of wooden gates, is it not?</p></div>
</section></main>
<aside class="sidebar"><h3>Most read</h3><ol><li><a href="/1">Pike caught in pool</a></li><li>
<a href="/2">Bakery moves</a></li></ol></aside>
<footer class="site-footer"><p>© 2021 Harbour Post. All rights reserved.</p><a href="/imprint">Imprint</a></footer>
<script>window.data = {{"x": "<p>never seen</p>"}};</script></body></html>"""

DOCS = """<!doctype html><html lang=en><head><title>Retry a request — netlib 2.1 documentation</title></head><body>
<nav class="navbar"><a href="/">netlib</a> <a href="/api">API</a></nav>
<div class="sphinxsidebar"><h3>Table of Contents</h3><ul><li><a href="#retry">Retry a request</a></li></ul></div>
<main role="main"><div class="body"><section id="retry"><h1>Retry a request<a class="headerlink" href="#retry">¶</a>
</h1>
<p>A request that timed out can be sent again. The client does this by itself when told how often it may try.</p>
<div class="highlight-python notranslate"><div class="highlight"><pre><span class="k">client</span> = Client(retries=3)
client.get(<span class="s">"/slow"</span>)
</pre></div></div>
<div class="admonition warning"><p class="admonition-title">Warning</p>
<p>Never retry a request that is not idempotent, such as a payment.</p></div>
<h2>Options<a class="headerlink" href="#options">¶</a></h2>
<table><thead><tr><th>Name</th><th>Meaning</th></tr></thead><tbody><tr><td><code>retries</code></td>
<td>how often</td></tr>
<tr><td><code>backoff</code></td><td>seconds between tries</td></tr></tbody></table>
<dl><dt><code>jitter</code></dt>
<dd>A random share that is added to the waiting time, so that clients do not all come back at once.</dd></dl>
</section></div></main><footer>Built with a generator.</footer></body></html>"""

FORUM = """<!doctype html><html><head><title>Kettle does not boil - Tea Forum</title></head><body>
<h1>Kettle does not boil</h1>
<div class="thread"><div class="post"><div class="post-text">
<p>My kettle hums for a minute and then goes quiet without ever boiling the water.</p></div></div>
<div class="post"><div class="post-text">
<p>That is the thermostat. Take off the base plate and look for a small copper disc.</p></div></div>
<div class="post"><div class="post-text">
<p>The disc was loose, just as you said, and now it works again. Thank you very much!</p></div></div></div></body>
</html>"""

LOGIN = """<html><head><title>Sign in</title></head><body><h1>Please sign in to continue</h1>
<form><label>Name <input></label><label>Password <input type="password"></label><button>Sign in</button></form>
</body></html>"""

COOKIE = """<html><head><title>Before you continue</title></head><body><div role="dialog"><h1>Your privacy</h1>
<p>We and our partners store cookies on your device to measure how our pages are read and to show advertisements.</p>
<p>You can accept all cookies or manage your choices.</p><button>Accept all</button><button>Manage</button></div>
</body></html>"""

SHELL = """<!doctype html><html><head><title>App</title><script src="/main.js"></script></head><body>
<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>"""

ERROR = """<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr>
<center>nginx</center></body></html>"""

INDEX = (
    "<!doctype html><html><head><title>Harbour Post</title></head><body><main>"
    + "".join(
        f'<article><h2><a href="/{n}">Headline number {n} about boats</a></h2><p>Short dek {n}.</p></article>'
        for n in range(30)
    )
    + "</main></body></html>"
)

BROKEN = """<html><head><title>Broken<body><div>
<p>First paragraph without its end, long enough to count as prose of this page.
<p>Second <b>bold <i>both</b> leaning</i> text, with an unclosed <a href=/x>link <div>and a block in it</div>
<table><tr><td>cell one<td>cell two<tr><td>cell three<td>cell four</table><ul><li>one<li>two</ul> tail text</body>"""

WIKI = f"""<!DOCTYPE html><html lang="en"><head><title>Lower Lock - Riverpedia</title>
<meta name="generator" content="MediaWiki 1.43"></head><body class="mediawiki"><div id="content" class="mw-body">
<h1 id="firstHeading">Lower Lock</h1><div id="siteSub">From Riverpedia</div><div id="mw-content-text">
<div class="mw-parser-output"><table class="infobox"><tr><th colspan="2">Lower Lock</th></tr>
<tr><th>Built</th><td>1871</td></tr><tr><th>River</th><td><a href="/wiki/Weir">Weir</a></td></tr></table>
<p>The <b>Lower Lock</b> is a lock. {LEAD}<sup class="reference"><a href="#cite_note-1">[1]</a></sup></p>
<div id="toc" class="toc"><h2>Contents</h2><ul><li><a href="#History">History</a></li></ul></div>
<h2><span id="History">History</span><span class="mw-editsection">[<a href="/edit">edit</a>]</span></h2><p>{SECOND}</p>
<p>{THIRD}<sup class="reference"><a href="#cite_note-1">[1]</a></sup></p>
<h2>See also</h2><ul><li><a href="/wiki/Upper_Lock">Upper Lock</a></li><li><a href="/wiki/Barge">Barge</a></li></ul>
<h2>References</h2><div class="reflist"><ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a>
<span>B. Hull, <i>Locks of the North</i>, 1990.</span></li></ol></div></div></div>
<div id="catlinks" class="catlinks">Categories: <a href="/c/Locks">Locks</a></div></div></body></html>"""

PAGES = {
    "news": NEWS, "docs": DOCS, "forum": FORUM, "login": LOGIN, "cookie": COOKIE, "shell": SHELL, "error": ERROR,
    "index": INDEX, "broken": BROKEN, "wiki": WIKI,
}  # fmt: skip
