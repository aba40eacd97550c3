import ArabicText
import Interface
import Platform

/// What is known of a document beside its text, for a person.
package struct DocumentFacts: Sendable {
  /// The facts, in the order in which they are shown.
  package let rows: [Phrase]

  /// The facts of `document`.
  package init(of document: Document) {
    var rows: [Phrase] = []
    func add(_ key: PhraseKey, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      rows.append(Phrase(key, .text(TerminalControls.picturedOnOneLine(value))))
    }
    let structure = document.structure
    add(.factTitle, structure?.title)
    add(.factAuthors, structure?.authors.joined(separator: "، "))
    add(.factDate, structure?.date)
    add(.factSource, structure?.source)
    add(.factAddress, structure?.address)
    add(.factFile, document.name)
    add(.factFormat, structure.map { "\($0.format) (\($0.extractor))" })
    add(.factCharset, document.charset)
    if let structure {
      if let share = structure.share, !structure.isWhole {
        rows.append(Phrase(.factArticle, .percent(Int((share * 100).rounded()))))
      } else {
        rows.append(
          Phrase(structure.warnings.contains(where: \.tellsLoss) ? .factReadable : .factWhole))
      }
      if let count = structure.itemCount { rows.append(Phrase(.factItems, .number(count))) }
      if !structure.pages.isEmpty {
        rows.append(Phrase(.factPages, .number(structure.pages.count)))
      }
      rows += structure.warnings.map(\.phrase)
    }
    self.rows = rows
  }
}

extension DocumentStructure.Warning {
  /// What a person has to know, and what helps.
  package var phrase: Phrase {
    switch self {
    case .noArticle: Phrase(.warningNoArticle)
    case .moreProse(let words): Phrase(.warningMoreProse, .number(words))
    case .cut: Phrase(.warningCut)
    case .late: Phrase(.warningLate)
    case .deep(let levels): Phrase(.warningDeep, .number(levels))
    case .lostPages(let count, let first):
      Phrase(
        .warningLostPages, .number(count), .text(TerminalControls.picturedOnOneLine(first)))
    case .lockedPages(let count, let first):
      Phrase(
        .warningLockedPages, .number(count), .text(TerminalControls.picturedOnOneLine(first)))
    case .endsEarly: Phrase(.warningEndsEarly)
    case .illFormed: Phrase(.warningIllFormed)
    case .frames(let first):
      Phrase(.warningFrames, .text(TerminalControls.picturedOnOneLine(first)))
    case .textElsewhere(1): Phrase(.warningItemElsewhere)
    case .textElsewhere(let count): Phrase(.warningItemsElsewhere, .number(count))
    case .gluedWords: Phrase(.warningGluedWords)
    case .picturePages(1, let first): Phrase(.warningPicturePage, .number(first))
    case .picturePages(let count, let first):
      Phrase(.warningPicturePages, .number(count), .number(first))
    case .turnedPages(1, let first): Phrase(.warningTurnedPage, .number(first))
    case .turnedPages(let count, let first):
      Phrase(.warningTurnedPages, .number(count), .number(first))
    case .unsureOrder(1, let first): Phrase(.warningUnsureOrder, .number(first))
    case .unsureOrder(let count, let first):
      Phrase(.warningUnsureOrders, .number(count), .number(first))
    case .printedOver(1, let example):
      Phrase(.warningPrintedOver, .text(TerminalControls.picturedOnOneLine(example)))
    case .printedOver(let count, let example):
      Phrase(
        .warningPrintedOvers, .number(count), .text(TerminalControls.picturedOnOneLine(example)))
    case .unsureLetters(1, let example):
      Phrase(.warningUnsureWord, .text(TerminalControls.picturedOnOneLine(example)))
    case .unsureLetters(let count, let example):
      Phrase(
        .warningUnsureWords, .number(count), .text(TerminalControls.picturedOnOneLine(example)))
    case .otherPages(1): Phrase(.warningOtherPage)
    case .otherPages(let count): Phrase(.warningOtherPages, .number(count))
    case .badItems(1, .line(let first)): Phrase(.warningBadLine, .number(first))
    case .badItems(let count, .line(let first)):
      Phrase(.warningBadLines, .number(count), .number(first))
    case .badItems(1, .item(let first)): Phrase(.warningBadItem, .number(first))
    case .badItems(let count, .item(let first)):
      Phrase(.warningBadItems, .number(count), .number(first))
    case .unread(let package): Phrase(.warningUnread, .word(package))
    case .charset(let declared, let used):
      Phrase(.warningCharset, .text(TerminalControls.picturedOnOneLine(declared)), .text(used))
    case .damaged(let reason):
      Phrase(.warningDamaged, .text(TerminalControls.picturedOnOneLine(reason)))
    case .brokenLetters: Phrase(.warningBrokenLetters)
    case .scanned: Phrase(.warningScanned)
    case .reversed: Phrase(.warningReversed)
    case .unsureTashkeel: Phrase(.warningTashkeel)
    }
  }
}
