import Annotations
import ArabicText
import Interface
import Library
import Platform

/// A report as one page that needs nothing else to be read.
///
/// It fetches nothing, which its own policy forbids as well. The one script in it, which the policy knows by its
/// hash, only hides rows in which the words typed into a field do not stand.
struct ReportPage {
  /// The most names that are told of a speaker, of a kind, and the most speakers.
  static let (mostTopics, mostNames, mostSpeakers) = (12, 100, 200)

  let report: LibraryReport
  let language: Language
  private let names: [String]
  private let asked: [String]
  /// The number of each listed document, by which rows lead to it.
  private let numbers: [FoundDocument.Place: Int]

  /// The page of `report` on what is called `names`, restricted to what was `asked` for.
  init(_ report: LibraryReport, named names: [String], asked: [String], language: Language) {
    (self.report, self.names, self.asked, self.language) = (report, names, asked, language)
    numbers = Dictionary(
      report.documents.enumerated().map { ($1.place, $0 + 1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The page.
  var html: String {
    let title = text(Phrase(.reportTitle, .text(names.joined(separator: "، "))))
    return """
      <!DOCTYPE html>
      <html lang="ar" dir="rtl">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src 'sha256-\(ReportStyle.scriptHash)'; base-uri 'none'; \
      form-action 'none'">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="Rawi">
      <title>\(HTMLText.escaped(title))</title>
      <style>
      \(ReportStyle.sheet)
      </style>
      </head>
      <body lang="\(language.code.rawValue)">
      <header>
      <h1>\(HTMLText.isolated(title))</h1>
      <p>\(summary)</p>
      <nav>\(contents)</nav>
      <p id="filter" hidden="hidden"><label>\(ordered(words(.reportFilter))) \
      <input type="search"></label></p>
      </header>
      <main>
      \(sections.map(\.html).joined(separator: "\n"))
      </main>
      <script>\(ReportStyle.script)</script>
      </body>
      </html>

      """
  }

  private var summary: String {
    var parts = [
      text(
        Phrase(.reportShown, .number(report.documents.count), .number(report.total)))
    ]
    parts = (parts + asked).map(HTMLText.isolated)
    let days = report.documents.map { FoundPrinter.day(of: $0) }
    if let first = days.last, let last = days.first { parts.insert(range(first, last), at: 1) }
    return parts.joined(separator: " · ")
  }

  private var contents: String {
    sections.map { "<a href=\"#\($0.id)\">\(ordered(words($0.heading)))</a>" }
      .joined(separator: " · ")
  }

  /// A part of the page.
  private struct Section {
    var id: String
    var heading: PhraseKey
    var html: String
  }

  private var sections: [Section] {
    func section(
      _ id: String, _ heading: PhraseKey, _ count: Int, of total: Int? = nil, _ html: String
    ) -> Section? {
      guard count > 0 else { return nil }
      let left = (total ?? count) - count
      let more = left > 0 ? "<p>\(ordered(words(.reportMore, .number(left))))</p>\n" : ""
      return Section(
        id: id, heading: heading,
        html: """
          <section id="\(id)">
          <h2>\(ordered("\(words(heading)) <small>\(language.string(of: total ?? count))</small>"))</h2>
          \(html)
          \(more)</section>
          """)
    }
    func names(_ id: String, _ heading: PhraseKey, _ kind: EntityKind) -> Section? {
      let all = report.named.filter { $0.name.kind == kind }
      let shown = Array(all.prefix(Self.mostNames))
      return section(id, heading, shown.count, of: all.count, table(of: shown))
    }
    let quotations = report.said.reduce(0) { $0 + $1.passages.count }
    let notes = report.noted.reduce(0) { $0 + $1.passages.count }
    let speakers = Array(report.speakers.speakers.prefix(Self.mostSpeakers))
    return [
      section("notes", .exportNotes, notes, notesList),
      names("people", .exportPeople, .person),
      names("organisations", .exportOrganisations, .organisation),
      names("places", .exportPlaces, .place),
      section(
        "speakers", .reportSpeakers, speakers.count, of: report.speakers.speakers.count,
        table(of: speakers)),
      section("quotations", .exportQuotations, quotations, quotationsList),
      section("articles", .reportArticles, report.documents.count, of: report.total, articles),
    ].compactMap(\.self)
  }

  // MARK: Words

  /// The words of the interface, for the page.
  func words(_ key: PhraseKey, _ arguments: Phrase.Argument...) -> String {
    HTMLText.escaped(text(Phrase(key, arguments)))
  }

  /// `html`, which has words of the interface, in the direction of its language: the page goes from right to left.
  func ordered(_ html: String) -> String {
    "<bdi dir=\"\(language.code == .arabic ? "rtl" : "ltr")\">\(html)</bdi>"
  }

  private func text(_ phrase: Phrase) -> String {
    // Isolates are for those who order the text of the interface.
    String(phrase.string(in: language).filter { !("\u{2066}"..."\u{2069}").contains($0) })
  }

  /// `day`, a day or a longer period, in the digits of the language, the year at the left in all of them.
  func dated(_ day: String) -> String {
    "<bdo dir=\"ltr\">\(HTMLText.escaped(language.inDigits(day)))</bdo>"
  }

  /// The day of `document`.
  func time(of document: FoundDocument) -> String {
    "<time>\(dated(FoundPrinter.day(of: document)))</time>"
  }

  /// Days or longer periods from one to another, the first where one begins to read.
  func range(_ first: String, _ last: String) -> String {
    ordered("\(dated(first)) – \(dated(last))")
  }

  /// What leads to the row of `document`.
  func link(to document: FoundDocument) -> String {
    let title = HTMLText.isolated(document.title)
    let day = time(of: document)
    guard let number = numbers[document.place] else { return "\(title) · \(day)" }
    return "<a href=\"#a\(number)\" lang=\"ar\">\(title)</a> · \(day)"
  }
}
