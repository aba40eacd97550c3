import Annotations
import ArabicText
import Interface
import Library
import Platform

/// The tables and lists of the page.
extension ReportPage {
  private static let bars = 20

  // MARK: Names

  /// How often each of `names` stands in the articles, and when.
  func table(of names: [LibraryReport.Named]) -> String {
    let periods = report.periods
    let span = periods.count == 0 ? "" : range(periods.name(0), periods.name(periods.count - 1))
    let head =
      header([.reportName, .reportArticles, .reportMentions])
      + "<th scope=\"col\">\(ordered("\(words(.reportTime)) <small>\(span)</small>"))</th>"
    // One scale for all, so that bars can be compared.
    let most = names.lazy.flatMap(\.periods).max() ?? 1
    let rows = names.map { named in
      row([
        "<th scope=\"row\" class=\"\(named.name.kind?.rawValue ?? "")\" lang=\"ar\">"
          + "\(HTMLText.isolated(named.name.name))</th>",
        cell(named.documents), cell(named.mentions), "<td>\(bars(named.periods, of: most))</td>",
      ])
    }
    return table(head, rows)
  }

  /// A bar for each period, the earliest where one begins to read.
  private func bars(_ counts: [Int], of most: Int) -> String {
    var told: [String] = []
    var bars = ""
    for (index, count) in counts.enumerated() where count > 0 {
      told.append("\(language.inDigits(report.periods.name(index))): \(language.string(of: count))")
      let height = max(2, count * Self.bars / max(1, most))
      let place = language.code == .arabic ? counts.count - 1 - index : index
      bars +=
        "<rect x=\"\(place)\" y=\"\(Self.bars - height)\" width=\"0.8\" "
        + "height=\"\(height)\"></rect>"
    }
    let label = HTMLText.escaped(told.joined(separator: ", "))
    return "<svg viewBox=\"0 0 \(max(1, counts.count)) \(Self.bars)\" preserveAspectRatio=\"none\" "
      + "role=\"img\" aria-label=\"\(label)\"><title>\(label)</title>\(bars)</svg>"
  }

  // MARK: Speakers

  /// Who speaks of whom.
  func table(of speakers: [SpeakerTable.Speaker]) -> String {
    let rows = speakers.map { speaker in
      let topics = speaker.topics.map { topic in
        "<span class=\"\(topic.name.kind?.rawValue ?? "")\">\(HTMLText.isolated(topic.name.name))</span>"
          + " <small>\(language.string(of: topic.quotations))</small>"
      }
      return row([
        "<th scope=\"row\" class=\"\(speaker.name.kind?.rawValue ?? "")\" lang=\"ar\">"
          + "\(HTMLText.isolated(speaker.name.name))</th>",
        cell(speaker.quotations), cell(speaker.documents),
        "<td lang=\"ar\">\(topics.joined(separator: " · "))</td>",
      ])
    }
    return table(
      header([.reportSpeaker, .exportQuotations, .reportArticles, .reportTopics]), rows)
  }

  // MARK: Lists

  /// What is said, the newest first.
  var quotationsList: String {
    list(report.said) { passage in
      let speaker =
        passage.speaker.map { "<b lang=\"ar\">\(HTMLText.isolated($0))</b>" }
        ?? "<i>\(words(.speakerUnknown))</i>"
      return "\(speaker)<blockquote lang=\"ar\">\(HTMLText.isolated(passage.found))</blockquote>"
    }
  }

  /// What the person has written, the newest article first.
  var notesList: String {
    list(report.noted) { passage in
      let tags = passage.tags.map { "<li>\(HTMLText.isolated($0))</li>" }.joined()
      let note = passage.note.flatMap { $0.isEmpty ? nil : $0 }
      return "<mark lang=\"ar\">\(HTMLText.isolated(passage.found))</mark>"
        + (note.map { "<p class=\"note\" dir=\"auto\">\(HTMLText.escaped($0))</p>" } ?? "")
        + (tags.isEmpty ? "" : "<ul class=\"tags\">\(tags)</ul>")
    }
  }

  private func list(
    _ documents: [FoundDocument], _ content: (FoundDocument.Passage) -> String
  ) -> String {
    let items = documents.flatMap { document in
      document.passages.map { passage in
        "<li class=\"row\">\(content(passage))<small>\(link(to: document))</small></li>"
      }
    }
    return "<ul class=\"rows\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  // MARK: Articles

  /// The articles, the newest first.
  var articles: String {
    let rows = report.documents.enumerated().map { index, document in
      let copies =
        document.copies.isEmpty
        ? "" : " <small>\(words(.alsoIn, .number(document.copies.count)))</small>"
      return "<tr id=\"a\(index + 1)\" class=\"row\">"
        + "<td>\(time(of: document))</td>"
        + "<th scope=\"row\" lang=\"ar\">\(HTMLText.isolated(document.title))\(copies)</th>"
        + "<td>\(HTMLText.isolated(document.source ?? ""))</td>\(cell(document.count))"
        + "<td class=\"path\">\(HTMLText.isolated(FilePath.shownInLine(document.place.name)))</td></tr>"
    }
    return table(
      header([.reportDay, .reportHeading, .reportSource, .reportWords, .reportFile]), rows)
  }

  // MARK: Parts

  private func header(_ columns: [PhraseKey]) -> String {
    columns.map { "<th scope=\"col\">\(ordered(words($0)))</th>" }.joined()
  }

  private func row(_ cells: [String]) -> String { "<tr class=\"row\">\(cells.joined())</tr>" }

  private func cell(_ number: Int) -> String {
    "<td class=\"number\">\(language.string(of: number))</td>"
  }

  private func table(_ head: String, _ rows: [String]) -> String {
    """
    <table>
    <thead><tr>\(head)</tr></thead>
    <tbody>
    \(rows.joined(separator: "\n"))
    </tbody>
    </table>
    """
  }
}
