import Platform

/// A text that may lie elsewhere by now.
package struct SoughtText {
  /// Its hash.
  package var contentHash: String
  /// Where it lay.
  package var path: String
  /// When it was seen there.
  package var seen: Timestamp
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
    guard let work = try doubtfulWork(), let placed = try placedIfReadable(of: work) else {
      return []
    }
    let ids = Set(known.map(\.id))
    return placed.filter { !ids.contains($0.id) }.map { placed in
      guard placed.placement.isCertain, let span = placed.span else { return placed }
      return PlacedAnnotation(placed.annotation, .likely(span, likelihood: Self.likelihood))
    }
  }

  /// How likely a place is where only the article may be another one.
  private static let likelihood = 0.9

  private func doubtfulWork() throws(StoreError) -> Int64? {
    guard let work = try earlierWork(.doubtful) else { return nil }
    guard let known = try knownWork() else { return try earlierWork(.later) == nil ? work : nil }
    if known == work { return nil }
    return try wasSeenElsewhere() ? nil : work
  }

  /// Whether the text was seen in another place, too: it has come from there as it is.
  private func wasSeenElsewhere() throws(StoreError) -> Bool {
    guard database.hasCopies else { return false }
    let sql = "SELECT count(*) FROM copy WHERE content_hash = ? AND path <> ?"
    let count = try database.rows(sql, [.text(text.contentHash), .text(path ?? key ?? "")]) {
      $0.integer(0)
    }
    return count.first ?? 0 > 0
  }

  /// The text that was seen last at the path of this one, where this may be a later state of it and nobody has seen it
  /// elsewhere; `nil` where there is none.
  ///
  /// - Throws: ``StoreError``.
  package func sought() throws(StoreError) -> SoughtText? {
    guard let path, try knownWork() == nil, let last = try lastState(),
      try following(last) != .other, try last.places(otherThan: path, in: database).isEmpty
    else { return nil }
    return SoughtText(
      contentHash: last.hash, path: path, seen: Timestamp(milliseconds: last.seen))
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

  /// Whether `annotation`, which is kept with the text at hand, is one of another text that was refused here.
  func isRefused(_ annotation: Annotation) throws(StoreError) -> Bool {
    guard annotation.absentFrom.contains(text.contentHash) else { return false }
    let sql = "SELECT count(*) FROM annotation WHERE id = ?"
    return try database.rows(sql, [.text(annotation.id.rawValue)]) { $0.integer(0) }.first ?? 0 > 1
  }
}
