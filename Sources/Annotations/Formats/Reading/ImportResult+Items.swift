import ArabicText

extension ImportResult {
  /// What comes of the items of `file`, as far as `bound` lets them be looked for.
  init(
    _ file: ImportFile, of text: AnchoredText, by placer: ItemPlacer, within bound: ImportBound
  ) {
    (hasNumbersForLabels, hasFreeBeginnings) = (file.hasNumbersForLabels, file.hasFreeBeginnings)
    unread = file.unread
    var bound = bound
    let items = file.entries.compactMap { entry in
      if case .item(let item) = entry { item } else { nil }
    }
    var outcomes = placer.outcomes(of: items, within: &bound)[...]
    var row: Int?
    for entry in file.entries {
      var isOther = false
      switch entry {
      case .item(let item):
        guard let outcome = outcomes.popFirst() else { break }
        isOther = take(item, outcome, isSameRow: item.text != nil && item.text == row)
        row = isOther ? item.text : nil
      case .placed(let spot, let span, let label):
        if bound.isReached {
          refuse(spot, .notLookedFor(count: 1))
        } else if let anchor = text.anchor(of: span) {
          if add(Label.annotation(label, at: anchor), at: spot), !text.isPassage(span) {
            widened += 1
          }
        } else {
          refused.append(Refusal(spot: spot, reason: .tokensMissing(label: label)))
        }
      case .finding: findings += 1
      case .refused(let spot, let reason): refuse(spot, reason)
      case .leftOut(let spot, let reason):
        leftOut.append(Refusal(spot: spot, reason: reason))
      }
    }
    nameAnew()
  }

  /// Takes an item or refuses it; items of one row that is of another text are refused together.
  ///
  /// - Returns: whether its row is of another text.
  private mutating func take(
    _ item: ImportItem, _ outcome: ItemPlacer.Outcome, isSameRow: Bool
  ) -> Bool {
    switch outcome {
    case .placed(let anchor, let placing):
      switch item.make(anchor) {
      case .success(let annotation):
        guard add(annotation, at: item.spot) else { break }
        if placing.isMoved { moved += 1 }
        if placing.isWidened { widened += 1 }
        if placing.isCutting { cutting += 1 }
        if let reading = placing.reading { readings[reading, default: 0] += 1 }
      case .failure(let error): refused.append(Refusal(spot: item.spot, reason: error.reason))
      }
    case .refused(.otherText):
      if isSameRow, let last = refused.last {
        refused[refused.count - 1] = Refusal(
          spot: last.spot.whole, reason: .otherText(count: last.count + 1))
      } else {
        refused.append(Refusal(spot: item.spot, reason: .otherText(count: 1)))
      }
      return true
    case .refused(let reason): refuse(item.spot, reason)
    }
    return false
  }

  /// Refuses an item; those that were not looked for are told together.
  private mutating func refuse(_ spot: ImportSpot, _ reason: ImportReason) {
    if case .notLookedFor(let count) = reason, let last = refused.last,
      case .notLookedFor(let before) = last.reason
    {
      refused[refused.count - 1].reason = .notLookedFor(count: before + count)
    } else {
      refused.append(Refusal(spot: spot, reason: reason))
    }
  }

  /// Adds an annotation that says something.
  @discardableResult
  private mutating func add(_ annotation: Annotation, at spot: ImportSpot) -> Bool {
    guard !annotation.isBlank else {
      refused.append(Refusal(spot: spot, reason: .saysNothing))
      return false
    }
    annotations.append(annotation)
    return true
  }

  /// Gives a name of its own to each annotation whose name another one of the file has.
  private mutating func nameAnew() {
    var names: Set<AnnotationID> = []
    for index in annotations.indices where !names.insert(annotations[index].id).inserted {
      annotations[index].id = AnnotationID()
    }
  }
}

extension ImportSpot {
  /// The line or row that it is a part of.
  var whole: ImportSpot { if case .part(let whole, _) = self { whole } else { self } }
}
