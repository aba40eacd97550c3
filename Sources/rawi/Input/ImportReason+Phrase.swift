import Annotations
import Interface

extension ImportSpot {
  /// What the place in the file is called.
  var phrase: Phrase {
    switch self {
    case .line(let number): Phrase(.importLine, .number(number))
    case .row(let number): Phrase(.importRow, .number(number))
    case .part(let whole, let number):
      Phrase(.importPart, .phrase(whole.phrase), .number(number))
    case .named(let name, let spot): Phrase(.importNamed, .phrase(spot.phrase), .quoted(name))
    }
  }
}

extension ImportReason {
  /// Why an item was not taken, as part of a sentence that names the item.
  var phrase: Phrase {
    switch self {
    case .notJSON(let byte): Phrase(.importNotJSON, .number(byte + 1))
    case .unknownRow: Phrase(.importUnknownRow)
    case .unknownLine: Phrase(.importUnknownLine)
    case .noOffsets: Phrase(.importNoOffsets)
    case .emptySpan(let start, let end):
      Phrase(.importEmptySpan, .number(start), .number(end))
    case .outside(let start, let end, let count):
      Phrase(.importOutside, .number(start), .number(end), .number(count))
    case .otherWords(let there, let wanted):
      Phrase(.importOtherWords, .quoted(there), .quoted(wanted))
    case .wordsMissing(let words): Phrase(.importWordsMissing, .quoted(words))
    case .severalPlaces(let words, let count):
      Phrase(.importSeveralPlaces, .quoted(words), .number(count))
    case .manyPlaces(let words, let count):
      Phrase(.importManyPlaces, .quoted(words), .number(count))
    case .unitInDoubt(let there, let other, let reading):
      Phrase(
        .importUnitInDoubt, .quoted(there), .phrase(reading.phrase), .quoted(other),
        .word(reading.unit.rawValue))
    case .otherText(let count): Phrase(.importOtherText, .number(count))
    case .notLookedFor(let count): Phrase(.importNotLookedFor, .number(count))
    case .inPieces: Phrase(.importInPieces)
    case .nameTaken: Phrase(.importNameTaken)
    case .noSuchTarget(let name): Phrase(.importNoSuchTarget, .quoted(name))
    case .targets(let count): Phrase(.importTargets, .number(count))
    case .noSelector: Phrase(.importNoSelector)
    case .saysNothing: Phrase(.importSaysNothing)
    case .tokensMissing(let label): Phrase(.importTokensMissing, .quoted(label))
    case .tagsBroken(let label): Phrase(.importTagsBroken, .quoted(label))
    case .besideUnreadLine(let label): Phrase(.importBesideUnreadLine, .quoted(label))
    case .unknownTag(let tag): Phrase(.importUnknownTag, .quoted(tag))
    case .tagsMiscounted(let tokens, let tags):
      Phrase(.importTagsMiscounted, .number(tokens), .number(tags))
    case .damagedDetails: Phrase(.importDamagedDetails)
    case .numbersForTags: Phrase(.importNumbersForTags)
    case .documentLabel(let label): Phrase(.importDocumentLabel, .quoted(label))
    case .relation: Phrase(.importRelation)
    case .ofWholePage: Phrase(.importOfWholePage)
    case .emptyRow: Phrase(.importEmptyRow)
    case .unknownAnswer(let word): Phrase(.importUnknownAnswer, .quoted(word))
    case .rejected: Phrase(.importRejected)
    case .skipped: Phrase(.importSkipped)
    case .placeless(let type): Phrase(.importPlaceless, .quoted(type))
    }
  }
}

extension ImportUnread.Expected {
  /// What should stand in a member.
  var phrase: Phrase {
    switch self {
    case .text: Phrase(.expectedText)
    case .texts: Phrase(.expectedTexts)
    case .members: Phrase(.expectedMembers)
    case .flag: Phrase(.expectedFlag)
    case .time: Phrase(.expectedTime)
    case .name: Phrase(.expectedName)
    case .word: Phrase(.expectedWord)
    case .tag: Phrase(.expectedTag)
    }
  }
}

extension OffsetReading {
  /// What the offsets count.
  var phrase: Phrase {
    let unit =
      switch unit {
      case .scalars: Phrase(.unitScalars)
      case .utf16: Phrase(.unitUTF16)
      case .utf8: Phrase(.unitUTF8)
      }
    let counted =
      switch lineEnds {
      case .asWritten: unit
      case .single: Phrase(.unitSingleLineEnds, .phrase(unit))
      case .double: Phrase(.unitDoubleLineEnds, .phrase(unit))
      }
    return countsMark ? Phrase(.unitWithMark, .phrase(counted)) : counted
  }
}

extension Phrase.Argument {
  /// Words of a file, shortened to what a line has room for, without what would steer the terminal.
  static func quoted(_ words: String) -> Self {
    .path(words.count > 40 ? words.prefix(39) + "…" : words)
  }
}
