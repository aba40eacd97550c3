import ArabicText

extension DecodedText {
  /// Whether `span` begins or ends inside a word, or with a blank.
  ///
  /// A word may begin behind proclitics: وبالقاهرة holds القاهرة.
  func cutsWord(_ span: TextSpan) -> Bool {
    guard let first = scalar(at: span.lower), let last = scalar(before: span.upper),
      !ScalarProperties(first.value).isSpace, !ScalarProperties(last.value).isSpace
    else { return true }
    if let next = scalar(at: span.upper), last.isOfWord, next.isOfWord { return true }
    guard first.isOfWord, let before = scalar(before: span.lower), before.isOfWord else {
      return false
    }
    return ScalarProperties(first.value).isMark || !isProclitic(before: span.lower)
  }

  /// Whether all of the word before `offset` is proclitics.
  private func isProclitic(before offset: TextOffset) -> Bool {
    var letters: [UInt32] = []
    var place = offset
    while let scalar = scalar(before: place), scalar.isOfWord {
      if ScalarProperties(scalar.value).isLetter { letters.append(scalar.value) }
      guard letters.count <= 4 else { return false }
      place = scalar.offset
    }
    return Self.proclitics.contains(letters.reversed())
  }

  /// Conjunctions, prepositions and the future sign, and the article behind or without them.
  private static let proclitics: Set<[UInt32]> = {
    let conjunctions = ["", "و", "ف"]
    let prepositions = ["", "ب", "ك", "ل", "س", "ال", "أ"]
    var words = conjunctions.flatMap { one in prepositions.map { one + $0 } }
    words += conjunctions.flatMap { one in ["لل", "بال", "كال"].map { one + $0 } }
    return Set(words.filter { !$0.isEmpty }.map { $0.unicodeScalars.map(\.value) })
  }()
}

extension PlacedScalar {
  /// Whether it is a part of a word.
  fileprivate var isOfWord: Bool {
    let properties = ScalarProperties(value)
    return properties.isLetter || properties.isDigit || properties.isMark || value == 0x640
  }
}
