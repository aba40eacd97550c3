import ArabicText
import EntityModel

// Reporting words that tell of what nobody has said.
extension MarkedParagraph {
  /// Whether the reporting word in `reading`, at `index`, tells of what is possible, awaited or asked for, or of what nobody
  /// says: ينتظر الجميع أن تعلن, قد يقول قائل, إذا أعلنت اللجنة أن; لا أحد يؤكد أن, لا دليل يشير إلى أن.
  func isUnsaid(_ reading: Reading, at index: Int) -> Bool {
    guard index > sentenceStart(of: index), words.sign(index - 1) == 0, reading.clitics.isEmpty
    else { return false }
    if saysNobody(before: index) { return true }
    if words.isPlain(index - 1, .condition)
      || index > 1 && phrase(at: index - 2, .condition)?.end == index
    {
      return true
    }
    guard isPresent(reading) else { return false }
    if words.plain(index - 1)?.word == NameKeys.already { return true }
    return isComplementiser(index - 1) && isAwaited(before: index - 1)
  }

  /// لا أحد, ليس هناك دليل, لا شيء: whether the subject before `index` is nobody and nothing.
  private func saysNobody(before index: Int) -> Bool {
    // ليس هناك من يؤكد, لا يوجد من يزعم
    let isAnyone =
      words.plain(index - 1)?.word == NameKeys.from && words.isPlain(index - 2, .absence)
    return (isAnyone || words.isPlain(index - 1, [.nobody, .absence]))
      && (max(sentenceStart(of: index), index - 4)..<index - 1).contains { isNegation($0) }
  }

  private func isNegation(_ index: Int) -> Bool {
    words.readings(of: index).contains {
      $0.classes.contains(.negation) && $0.clitics.isDisjoint(with: .preposition)
    }
  }

  private func isComplementiser(_ index: Int) -> Bool {
    words.plain(index)?.word == NameKeys.that
  }

  /// ينتظر الجميع أن, كان على الوزير أن, لا يمكن لأحد أن: whether the clause behind أن at `index` has not happened.
  private func isAwaited(before index: Int) -> Bool {
    let first = max(sentenceStart(of: index), index - words.parameters.quotations.awaitedReach)
    for before in stride(from: index - 1, through: first, by: -1) {
      guard words.sign(before) == 0 else { return false }
      if words.readings(of: before).contains(where: {
        $0.classes.contains(.awaiting) && $0.clitics.isDisjoint(with: .preposition)
      }) {
        return true
      }
      // كان على الوزير أن: a duty of the one whom "upon" has.
      if before < index - 1, words.plain(before)?.word == NameKeys.upon {
        return before == sentenceStart(of: index) || words.isPlain(before - 1, .copula)
      }
    }
    return false
  }

  private func isPresent(_ reading: Reading) -> Bool {
    guard let letter = words.text.scalar(at: reading.start)?.value else { return false }
    return letter == Letters.yaa || letter == Letters.taa
  }
}
