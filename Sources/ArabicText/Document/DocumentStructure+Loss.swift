extension DocumentStructure.Warning {
  /// Whether words of the file are not in the text.
  package var tellsLoss: Bool {
    switch self {
    case .cut, .late, .deep, .lostPages, .lockedPages, .endsEarly, .illFormed, .picturePages,
      .otherPages, .badItems, .damaged, .scanned:
      true
    case .noArticle, .moreProse, .frames, .textElsewhere, .gluedWords, .turnedPages, .unsureLetters,
      .unsureOrder, .printedOver,
      .unread,
      .charset,
      .brokenLetters, .reversed, .unsureTashkeel:
      false
    }
  }
}
