import Platform

/// A text that may lie elsewhere by now.
package struct SoughtText {
  /// Its hash.
  package var contentHash: String
  /// Where it lay.
  package var path: String
  /// When it was seen there.
  package var seen: Timestamp
  /// Its file (``FileIdentity/kept``); `nil` where nobody knows.
  package var file: Int64?
}

extension DocumentAnnotations {
  /// Annotations of another text that the one at hand may be a later state of, or the next article of its pattern: a
  /// person has to say whether they belong to it.
  ///
  /// They stay where they are; what is decided about one of them is kept with the text at hand.
  ///
  /// - Parameter known: the annotations of the text itself; what is among them is decided.
  /// - Returns: those of the other text.
  /// - Throws: ``StoreError``.
  func doubtful(beside known: [PlacedAnnotation]) throws(StoreError) -> [PlacedAnnotation] {
    var ids = Set(known.map(\.id))
    var all: [PlacedAnnotation] = []
    for work in try doubtfulWorks() {
      guard let placed = try placedIfReadable(of: work) else { continue }
      all += placed.filter { ids.insert($0.id).inserted }
    }
    return all.map { placed in
      guard placed.placement.isCertain, let span = placed.span else { return placed }
      return PlacedAnnotation(placed.annotation, .likely(span, likelihood: Self.likelihood))
    }
  }

  /// How likely a place is where only the article may be another one.
  private static let likelihood = 0.9

  /// The works of which the text may be a later state, and those of which these may be, the nearest first.
  private func doubtfulWorks() throws(StoreError) -> [Int64] {
    let own = try knownWork()
    var works: [Int64] = []
    if let own {
      works = try doubts(of: own)
      if let doubt = try doubtAtNewPlace() { works.append(doubt) }
    } else if let descent = try descent(), descent.following != .other {
      works = descent.following == .later ? try doubts(of: descent.work) : [descent.work]
    }
    var index = 0
    while index < works.count {
      works += try doubts(of: works[index]).filter { !works.contains($0) }
      index += 1
    }
    return works.filter { $0 != own }
  }

  private func doubts(of work: Int64) throws(StoreError) -> [Int64] {
    guard database.hasDoubts else { return [] }
    let sql = "SELECT DISTINCT doubt FROM document WHERE work = ? AND doubt IS NOT NULL"
    return try database.rows(sql, [.integer(work)]) { $0.integer(0) }
  }

  /// The work of which the text, which is known, but was seen nowhere yet, may be a later state.
  func doubtAtNewPlace() throws(StoreError) -> Int64? {
    guard let own = try knownWork(), try !wasSeenAnywhere(), let descent = try descent(),
      descent.following == .doubtful, descent.work != own
    else { return nil }
    return try annotatedDoubt(of: descent.work)
  }

  private func wasSeenAnywhere() throws(StoreError) -> Bool {
    guard database.hasCopies else { return false }
    let sql = "SELECT 1 FROM copy WHERE content_hash = ? LIMIT 1"
    return try !database.rows(sql, [.text(text.contentHash)]) { $0.integer(0) }.isEmpty
  }

  /// `work`, or where nothing is annotated in it, that of which it may be a later state.
  func annotatedDoubt(of work: Int64) throws(StoreError) -> Int64? {
    let sql = "SELECT 1 FROM annotation WHERE work = ? LIMIT 1"
    let isAnnotated = try !database.rows(sql, [.integer(work)]) { $0.integer(0) }.isEmpty
    return isAnnotated ? work : try doubts(of: work).first
  }

  /// Keeps that the text may be a later state of the work `doubt`.
  func put(doubt: Int64) throws(StoreError) {
    try database.run(
      "UPDATE document SET doubt = ? WHERE content_hash = ?",
      [.integer(doubt), .text(text.contentHash)])
  }

  /// Lets what may be a later state of the text, which was seen at `place`, and lies elsewhere, be another article.
  func settleDoubts(at place: String) throws(StoreError) {
    try database.run(
      """
      UPDATE document SET doubt = NULL
      WHERE doubt = (SELECT work FROM document WHERE content_hash = ?)
      AND work NOT IN (
        SELECT work FROM document JOIN copy USING (content_hash) WHERE copy.path = ?)
      """, [.text(text.contentHash), .text(place)])
  }

  /// The text that was seen last at the path of this one, where this may be a later state of it; `nil` where there is
  /// none.
  ///
  /// - Throws: ``StoreError``.
  package func sought() throws(StoreError) -> SoughtText? {
    guard let path, try knownWork() == nil, let hash = try lastSeen(),
      let last = try state(ofHash: hash), try following(last) != .other
    else { return nil }
    return SoughtText(
      contentHash: last.hash, path: path, seen: Timestamp(milliseconds: last.seen),
      file: last.file)
  }

  /// The annotation `id` of such a text, kept from now on as one that has no place in the text at hand; `nil` where
  /// there is none.
  func refused(_ id: AnnotationID) throws(StoreError) -> Annotation? {
    guard var annotation = try doubtful(beside: []).first(where: { $0.id == id })?.annotation else {
      return nil
    }
    annotation.absentFrom.append(text.contentHash)
    return annotation
  }

  /// Whether `annotation`, which is kept with the text at hand, is one of another text that was refused here, or in an
  /// earlier state of it.
  func isRefused(_ annotation: Annotation) throws(StoreError) -> Bool {
    guard !annotation.absentFrom.isEmpty, let own = try work() else { return false }
    let states = try database.rows(
      "SELECT content_hash FROM document WHERE work = ?", [.integer(own)]
    ) { $0.text(0) ?? "" }
    guard !Set(states + [text.contentHash]).isDisjoint(with: annotation.absentFrom) else {
      return false
    }
    let sql = "SELECT count(*) FROM annotation WHERE id = ?"
    return try database.rows(sql, [.text(annotation.id.rawValue)]) { $0.integer(0) }.first ?? 0 > 1
  }
}
