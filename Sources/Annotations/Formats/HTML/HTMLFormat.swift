import ArabicText

/// One page that needs nothing else to be read: the article from the right, its names, quotations and
/// notes marked, and lists of these beside it.
///
/// There is no script in it and nothing that it would fetch, which its own policy forbids as well.
enum HTMLFormat {
  static func write(_ document: ExchangeDocument) -> ExportResult {
    let words = document.words
    let lists = HTMLLists(document)
    let title = HTMLText.escaped(document.name)
    let content = """
      <!DOCTYPE html>
      <html lang="ar" dir="rtl">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="Rawi">
      <title>\(title)</title>
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      <a class="skip" href="#lists" lang="\(words.language)">\(HTMLText.escaped(words.lists))</a>
      <main>
      <h1>\(HTMLText.isolated(document.name))</h1>
      \(article(document, marks: lists.marks))
      </main>
      <aside id="lists" lang="\(words.language)" aria-label="\(HTMLText.escaped(words.lists))" \
      tabindex="-1">
      \(lists.html)
      </aside>
      </body>
      </html>

      """
    return ExportResult(content: content)
  }

  /// The paragraphs, with the pieces of a long line in one.
  private static func article(_ document: ExchangeDocument, marks: [HTMLMark]) -> String {
    let text = document.text.text
    var marking = HTMLMarking(text, marks: marks)
    var result = ""
    for paragraph in text.paragraphs(in: text.span) where !paragraph.content.isEmpty {
      if !paragraph.continuesLine {
        let direction = isArabic(text.string(in: paragraph.content)) ? "rtl" : "ltr"
        result += (result.isEmpty ? "" : "</p>\n") + "<p dir=\"\(direction)\">"
      }
      result += marking.content(of: paragraph.content)
    }
    return result + (result.isEmpty ? "" : "</p>")
  }

  /// Whether `text` has an Arabic letter, or no letter at all.
  private static func isArabic(_ text: String) -> Bool {
    let letters = text.unicodeScalars.lazy.filter(\.properties.isAlphabetic)
    return letters.isEmpty
      || letters.contains { ScalarProperties($0.value).isArabicLetter }
  }
}
