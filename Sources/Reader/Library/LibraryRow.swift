import ArabicText
import Interface

/// A row of what a library has answered.
package enum LibraryRow: Hashable, Sendable {
  /// A heading.
  case heading(Phrase)
  /// Something to be told.
  case told(Phrase)
  /// An article.
  case article(FoundArticle)
  /// A passage of an article.
  case passage(FoundPassage, in: FoundArticle)
  /// The note at a passage.
  case note(String)
  /// Somebody who is quoted.
  case speaker(LibrarySpeakers.Speaker)
  /// Of whom they speak.
  case topic(NameCount, of: LibraryName)
  /// How many articles each month has, by its number.
  case months([Int: Int])
  /// Who is named beside somebody.
  case companion(NameCount, of: LibraryName)
  /// That there is more, and where.
  case rest(Phrase, Target)
  /// An empty row.
  case gap

  /// Whether the row can be selected.
  var isItem: Bool {
    switch self {
    case .article, .passage, .speaker, .topic, .companion, .rest: true
    case .heading, .told, .note, .months, .gap: false
    }
  }

  /// What the row leads to.
  package enum Target: Hashable, Sendable {
    /// An article, at a passage where there is one.
    case article(RoomDocument.ID, FoundPassage?)
    /// What the library answers to another question.
    case question(LibraryQuestion)
  }

  /// What the row leads to; `nil` where that is nothing.
  var target: Target? {
    switch self {
    case .article(let article): .article(article.id, article.passages.first)
    case .passage(let passage, let article): .article(article.id, passage)
    case .speaker(let speaker): .question(.said(by: speaker.name))
    case .topic(let topic, let speaker): .question(.said(by: speaker, about: topic.name))
    case .companion(let companion, let name): .question(.together(name, companion.name))
    case .rest(_, let target): target
    case .heading, .told, .note, .months, .gap: nil
    }
  }

  /// The row as text to be copied; `nil` where there is nothing.
  var copied: String? {
    switch self {
    case .article(let article): article.title
    case .passage(let passage, _):
      passage.speaker.map { "\($0): \(passage.found)" }
        ?? passage.before + passage.found + passage.after
    case .note(let note): note
    case .speaker(let speaker): speaker.name.name
    case .topic(let name, _), .companion(let name, _): name.name.name
    case .heading, .told, .months, .rest, .gap: nil
    }
  }
}

extension LibraryRow {
  /// The most passages of an article; the row behind them leads to the next.
  private static let mostPassages = 5
  /// The most names beside another.
  private static let mostNames = 20

  /// The rows of articles with what was found in them.
  static func rows(of articles: [FoundArticle]) -> [LibraryRow] {
    articles.flatMap { article in
      var rows = [LibraryRow.article(article)]
      for passage in article.passages.prefix(mostPassages) {
        rows.append(.passage(passage, in: article))
        if let note = passage.note { rows.append(.note(note)) }
      }
      if article.passages.count > mostPassages {
        let left = article.passages.count - mostPassages
        rows.append(
          .rest(
            Phrase(.libraryMorePlaces, .number(left)),
            .article(article.id, article.passages[mostPassages])))
      }
      return rows
    }
  }

  /// The rows of `answer`.
  static func rows(of answer: LibraryAnswer) -> [LibraryRow] {
    switch answer {
    case .found(let findings):
      var rows = rows(of: findings.articles)
      let left = findings.total - findings.articles.count
      if left > 0 { rows += [.gap, .told(Phrase(.libraryMoreArticles, .number(left)))] }
      return rows
    case .speakers(let table):
      var rows = table.speakers.flatMap { speaker in
        [LibraryRow.speaker(speaker)]
          + speaker.topics.map { LibraryRow.topic($0, of: speaker.name) }
      }
      if table.others > 0 {
        rows += [.gap, .told(Phrase(.libraryMoreSpeakers, .number(table.others)))]
      }
      return rows
    case .name, .names, .refused: return []
    }
  }

  /// The rows below the card of `name`, which tell what the library knows of it.
  static func rows(of record: LibraryRecord, name: LibraryName) -> [LibraryRow] {
    var rows: [LibraryRow] = [
      .gap, .heading(Phrase(.headingInLibrary, .number(record.articles))),
    ]
    if !record.otherNames.isEmpty {
      rows.append(
        .told(Phrase(.libraryAlsoCalled, .text(record.otherNames.joined(separator: " · ")))))
    }
    if name.kind == .person, name.isSingleWord || record.longerNames.count > 1 {
      rows.append(.told(Phrase(.nameOfSeveral)))
    }
    if record.pending > 0 {
      rows.append(.told(Phrase(.libraryPending, .number(record.pending))))
    }
    if !record.months.isEmpty { rows.append(.months(record.months)) }
    if !record.said.articles.isEmpty {
      rows += [.gap, .heading(Phrase(.headingSaidInLibrary, .number(record.quotations)))]
      rows += self.rows(of: record.said, .said(under: name))
    }
    if !record.companions.isEmpty {
      rows += [.gap, .heading(Phrase(.headingCompanionsInLibrary))]
      rows += record.companions.prefix(mostNames).map { .companion($0, of: name) }
    }
    if !record.newest.articles.isEmpty {
      rows += [.gap, .heading(Phrase(.headingNewestInLibrary))]
      rows += self.rows(of: record.newest, .together(name))
    }
    return rows
  }

  /// The rows of the newest articles of those that `question` asks for, which the last row does.
  private static func rows(
    of newest: LibraryFindings, _ question: LibraryQuestion
  ) -> [LibraryRow] {
    let left = newest.total - newest.articles.count
    let rest = Phrase(.libraryRestOfArticles, .number(left))
    return rows(of: newest.articles) + (left > 0 ? [.rest(rest, .question(question))] : [])
  }
}
