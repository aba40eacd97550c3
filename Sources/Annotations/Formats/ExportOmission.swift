import ArabicText

/// An annotation that a format has no room for.
package struct ExportOmission: Hashable, Sendable {
  /// Why it was left out.
  package enum Reason: Hashable, Sendable {
    /// It overlaps another span, and the format has one label for each word.
    case overlaps
    /// Its place in this text is not certain, and the format knows positions only.
    case placeUncertain
    /// It holds no word, and the format has lines for words only.
    case noWords
    /// Its place is lost, and the words that it was of as well.
    case wordsLost
  }

  /// The words that it is of.
  package var words: String
  /// Its label, where that tells it from others.
  package var label: String?
  /// Why it was left out.
  package var reason: Reason
}

extension ExchangeDocument {
  /// What has no certain place in the text, for formats that know positions only.
  var uncertain: [ExportOmission] {
    annotations.filter { !$0.placement.isCertain }.map { item in
      let words = item.annotation.anchor.exact
      return ExportOmission(
        words: words.isEmpty ? item.annotation.note : words,
        reason: words.isEmpty ? .wordsLost : .placeUncertain)
    }
  }
}
