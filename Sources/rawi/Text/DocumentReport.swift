import ArabicText
import Documents
import Platform

/// What is known of a document, for other programs; offsets count Unicode scalars of its text.
struct DocumentReport {
  private let document: Document
  private let counter: ScalarCounter

  init(of document: Document) {
    self.document = document
    counter = ScalarCounter(document.text)
  }

  /// The report.
  var json: JSON {
    let hash = document.contentHash ?? DocumentLoader.contentHash(of: document.text)
    let structure = document.structure
    var members: [(String, JSON?)] = [("file", .string(document.name))]
    members.append(("format", .string(structure?.format ?? "text")))
    members.append(("extractor", (structure?.extractor.description).map(JSON.string)))
    members.append(("charset", .string(document.charset)))
    members.append(("offset_unit", .string("unicode_scalar")))
    members.append(("length", .number(counter.count)))
    members.append(("sha256", .string(hash)))
    return .object(members + (structure.map(facts) ?? []))
  }

  private func facts(_ structure: DocumentStructure) -> [(String, JSON?)] {
    func text(_ value: String?) -> JSON? { value.map { JSON.string($0) } }
    var members: [(String, JSON?)] = [("title", text(structure.title))]
    if !structure.authors.isEmpty { members.append(("authors", .strings(structure.authors))) }
    members.append(("date", text(structure.date)))
    members.append(("language", text(structure.language)))
    members.append(("source", text(structure.source)))
    members.append(("url", text(structure.address)))
    members.append(("summary", text(structure.summary)))
    members.append(("whole", .bool(structure.isWhole)))
    if let share = structure.share { members.append(("share", .share(share))) }
    if let count = structure.itemCount { members.append(("items", .number(count))) }
    if !structure.pages.isEmpty { members.append(("pages", .number(structure.pages.count))) }
    members.append(("headings", .array(structure.headingsWithHeadline.map(heading))))
    members.append(("links", .array(structure.links.map(link))))
    members.append(("warnings", .strings(structure.warnings.map(\.name))))
    return members
  }

  private func place(_ span: TextSpan) -> [(String, JSON?)] {
    [
      ("start", .number(counter.scalarOffset(of: span.lower).scalars)),
      ("end", .number(counter.scalarOffset(of: span.upper).scalars)),
      ("text", .string(document.text.string(in: span))),
    ]
  }

  private func heading(_ block: DocumentStructure.Block) -> JSON {
    guard case .heading(let level) = block.kind else { return .null }
    return .object([("level", .number(level))] + place(block.span))
  }

  private func link(_ link: DocumentStructure.Link) -> JSON {
    .object(place(link.span) + [("target", .string(link.target))])
  }
}

extension DocumentStructure {
  fileprivate var headingsWithHeadline: [Block] {
    blocks.filter { if case .heading = $0.kind { true } else { false } }
  }
}

extension DocumentStructure.Warning {
  /// Its name for programs.
  var name: String {
    switch self {
    case .noArticle: "no_article"
    case .moreProse: "more_prose"
    case .cut: "cut"
    case .late: "late"
    case .deep: "deep"
    case .lostPages: "lost_pages"
    case .lockedPages: "locked_pages"
    case .endsEarly: "ends_early"
    case .illFormed: "ill_formed"
    case .frames: "frames"
    case .textElsewhere: "text_elsewhere"
    case .gluedWords: "glued_words"
    case .picturePages: "picture_pages"
    case .turnedPages: "turned_pages"
    case .unsureOrder: "unsure_order"
    case .printedOver: "printed_over"
    case .unsureLetters: "unsure_letters"
    case .otherPages: "other_pages"
    case .badItems: "bad_items"
    case .unread: "unread"
    case .charset: "charset"
    case .damaged: "damaged"
    case .brokenLetters: "broken_letters"
    case .scanned: "scanned"
    case .reversed: "reversed"
    case .unsureTashkeel: "unsure_tashkeel"
    }
  }
}
