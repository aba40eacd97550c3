import Annotations
import ArabicText
import Documents
import Library
import Platform

extension NotesStore {
  /// Adds those of `annotations`, of the text of `document`, that are not there yet; those in one of the articles that it
  /// holds are of that one, as what a person writes there is.
  ///
  /// - Parameters:
  ///   - annotations: what to add.
  ///   - document: the article or the list.
  ///   - summary: what is done, for a person who undoes it.
  ///   - asks: whether what is there already and contradicts another becomes a proposal, too.
  /// - Returns: how many were added.
  /// - Throws: `StoreError`; nothing was done then.
  func add(
    _ annotations: [Annotation], to document: Document, summary: String, asks: Bool = false
  ) throws(StoreError) -> Int {
    let articles = FeedArticles(document, FolderFiles.formats)
    guard articles.count > 1, let path = document.path.map({ FilePath.real($0) ?? $0 }) else {
      return try self.annotations(of: document).add(annotations, summary: summary, asks: asks)
    }
    let text = Self.text(of: document)
    // What an earlier version has taken in for the whole list goes to the articles, too.
    let own = self.annotations(of: document)
    let present = Set(try own.all().map(\.id))
    var whole: [AnnotationEdit] = []
    var rest: [Annotation] = []
    var parts: [Int: [(annotation: Annotation, span: TextSpan)]] = [:]
    for annotation in annotations {
      guard let span = text.span(at: annotation.anchor), let place = articles.place(of: span) else {
        rest.append(annotation)
        continue
      }
      let moved = TextSpan(
        utf8: span.lower.utf8 - place.start.utf8..<span.upper.utf8 - place.start.utf8)
      parts[place.index, default: []].append((annotation, moved))
      if present.contains(annotation.id) { whole.append(.remove(annotation.id)) }
    }
    return try store.together { () throws(StoreError) in
      var added = rest.isEmpty ? 0 : try own.add(rest, summary: summary, asks: asks)
      if !whole.isEmpty { _ = try own.perform(whole, summary: summary) }
      for (index, part) in parts.sorted(by: { $0.key < $1.key }) {
        var article = articles[index].document
        article.place = FolderFiles.place(index + 1, in: path)
        let itemText = Self.text(of: article)
        let moved = part.compactMap { annotation, span in
          itemText.anchor(of: span).map { anchor in
            var moved = annotation
            moved.anchor = anchor
            return moved
          }
        }
        added += try self.annotations(of: article).add(moved, summary: summary, asks: asks)
      }
      return added
    }
  }
}

extension DocumentAnnotations {
  /// Adds those of `annotations` that are not there yet, as one change.
  ///
  /// - Parameters:
  ///   - annotations: what to add.
  ///   - summary: what is done, for a person who undoes it.
  ///   - asks: whether what is there already and contradicts another becomes a proposal, too.
  /// - Returns: how many were added.
  /// - Throws: `StoreError`; nothing was done then.
  fileprivate func add(
    _ annotations: [Annotation], summary: String, asks: Bool = false
  ) throws(StoreError) -> Int {
    let present = try all().map(\.annotation)
    var names = Dictionary(present.map { ($0.id, $0) }) { $1 }
    var contents = Dictionary(present.map { ($0.content, $0) }) { first, _ in first }
    var edits: [AnnotationEdit] = []
    var added = 0
    for annotation in annotations {
      if let known = names[annotation.id] ?? contents[annotation.content] {
        guard asks, let conflict = annotation.conflict, known.conflict == nil else { continue }
        var asked = known
        (asked.conflict, asked.isProposal) = (conflict, true)
        edits.append(.change(from: known, to: asked))
      } else {
        names[annotation.id] = annotation
        contents[annotation.content] = annotation
        edits.append(.add(annotation))
        added += 1
      }
    }
    if !edits.isEmpty { _ = try perform(edits, summary: summary) }
    return added
  }
}
