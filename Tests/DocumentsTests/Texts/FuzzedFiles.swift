/// Small files of each format that is text, one or more of each way in which it is written, to be changed and cut.
enum FuzzedFiles {
  /// Those that are known by what they hold, whatever they are called.
  static let known = texts + markup

  /// Those whose name tells what they are, or whose beginning may be that of another.
  static let named =
    lists + [
      (
        "m.mbox",
        "From a@b Thu Jan  1 00:00:00 2026\r\nFrom: =?utf-8?B?2LnZhNmK?= <a@b>\r\nSubject: =?windows-1256?Q?=CE=C8=D1?=\r\nMessage-ID: <1@b>\r\n\r\nكلام أول.\r\n\r\nFrom c@d Fri Jan  2 00:00:00 2026\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"q\"\r\n\r\n--q\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: base64\r\n\r\n2K7YqNix\r\n--q--\r\n"
      ),
      (
        "n.md",
        "+++\ntitle = \"عنوان\"\nauthors = [\n 'ع',\n]\n[params]\nx = \"\"\"y\n\"\"\"\n+++\n\n# باب\n\n- أ\n- ب\n"
      ),
      ("o.md", "---\ntitle: >\n  ع\nauthor:\n  - name: س\n---\n\n* بند\n"),
      ("p.md", ";;;\n\"title\": \"ع\", \"author\": [{\"name\": \"س\"}]\n;;;\n\n* بند\n"),
      (
        "q.html",
        "<!DOCTYPE html><html><head><meta charset=windows-1256><title>ع - س</title><meta property=og:title content=ع><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"س\"}}</script></head><body><nav><a href=/>أ</a></nav><article><h1>ع</h1><span class=date>1 مارس</span><span class=author>س</span><p>كلام طويل في المقال، وفيه فواصل كثيرة، وهو من المقال حقا.<sup><a href=#n>1</a></sup></p><table><tr><td>أ<td>ب</table><div class=cap><img src=x>ج</div><ul><li>د</ul><amp-img></amp-img><template shadowrootmode=open>ه</template></article></body></html>"
      ),
    ]

  private static let texts = [
    (
      "a.md",
      "---\ntitle: ع\n---\n# عنوان\n\n* بند\n  1. ثان\n\n> قول\n\n|أ|ب|\n|-|-|\n|ج|د|\n\n```\nx\n```\n[ر](x) ![ص](y) [^1]\n\n[^1]: ح"
    ),
    (
      "b",
      "######OpenITI#\n#META# 020.BookTITLE :: كتاب\n#META#Header#End#\n### | باب\n# كلام ms01\n~~ تتمة PageV01P001\n# أ %~% ب\n"
    ),
    (
      "c.jsonl",
      "{\"id\": \"1\", \"title\": \"خبر\", \"text\": \"كلام\\nثان \\u0627\"}\n{\"text\": \"<p>نص</p>\"}\n"
    ),
    (
      "d.json",
      "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"title\": \"خ\", \"content_html\": \"<p>ن</p>\"}]}"
    ),
    (
      "h.mhtml",
      "From: <Saved by Blink>\r\nSubject: x\r\nContent-Type: multipart/related;\r\n\tboundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=D8=AE=\r\n</p>\r\n--b\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lG\r\n--b--\r\n"
    ),
    ("e.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<i>كلام</i> {x}\n"),
    ("f.srt", "1\n00:00:01,000 --> 00:00:02,000\nكلام\n\n2\n00:00:03,000 --> 00:00:04,000\nثان\n"),
  ]

  private static let markup = [
    (
      "g.xml",
      "<rss><channel><title>أ</title><item><title>خ &amp;amp; ب</title><description><![CDATA[<p>ن</p>]]></description></item></channel></rss>"
    ),
    (
      "i.atom",
      "<?xml version=\"1.0\"?><a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:title type=\"html\">أ &lt;b&gt;ب&lt;/b&gt;</a:title><a:entry><a:id>1</a:id><a:link href=\"u\"/><a:author><a:name>س</a:name></a:author><a:updated>2026-01-01T00:00:00Z</a:updated><a:content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>ن</p></div></a:content></a:entry></a:feed>"
    ),
    (
      "j.rdf",
      "<!DOCTYPE rdf:RDF [<!ENTITY ع \"ق\">]><rdf:RDF xmlns:rdf=\"r\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"d\"><channel><title>أ</title></channel><item><title>خ</title><dc:creator>س</dc:creator><dc:date>2026-01-01</dc:date><description>&ع; ن</description></item></rdf:RDF>"
    ),
    // Not well-formed, as it is to be repaired.
    (
      "k.xml",
      "\n<?xml version='1.0'?><rss><channel><title>أ & ب</title><item><title>خ&nbsp;د</title><description>ن<br>م</descripton><link>http://e.org/?a=1&b=2</item><item><title>ث</title></channel>"
    ),
    (
      "l.fodt",
      "<?xml version=\"1.0\"?><office:document xmlns:office=\"o\" xmlns:text=\"t\" xmlns:xlink=\"x\"><office:body><office:text><text:h text:outline-level=\"1\">ع</text:h><text:p>كلام<text:s text:c=\"3\"/><text:tab/><text:change-start text:change-id=\"c\"/>أ<text:change-end text:change-id=\"c\"/><text:a xlink:href=\"u\">ر</text:a><text:note><text:note-body><text:p>ح</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>ب</text:p></text:list-item></text:list></office:text></office:body></office:document>"
    ),
  ]

  /// Lists of articles, as services and messengers write them.
  private static let lists = [
    (
      "telegram.json",
      "{\"name\": \"قناة\", \"type\": \"public_channel\", \"messages\": [{\"id\": 1, \"type\": \"message\", \"date\": \"2026-01-01T00:00:00\", \"text\": [\"أ \", {\"type\": \"bold\", \"text\": \"ب\"}]}, {\"id\": 2, \"text\": \"ج\"}]}"
    ),
    (
      "newsapi.json",
      "{\"status\": \"ok\", \"articles\": [{\"source\": {\"name\": \"س\"}, \"title\": \"خ\", \"url\": \"http://e.org\", \"publishedAt\": \"2026-01-01T00:00:00Z\", \"content\": \"ن… [+5 chars]\"}]}"
    ),
    (
      "posts.json",
      "[{\"id\": 7, \"date\": \"2026-01-01T00:00:00\", \"title\": {\"rendered\": \"خ &#8211; ب\"}, \"content\": {\"rendered\": \"<p>ن</p>\", \"protected\": false}}, null, {\"x\": \"\\ud83d\"}]"
    ),
  ]
}
