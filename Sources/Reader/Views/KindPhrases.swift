import ArabicAnalysis
import ArabicText
import Interface

extension EntityKind {
  /// What one of the kind is called.
  package var name: PhraseKey {
    switch self {
    case .person: .person
    case .organisation: .organisation
    case .place: .place
    case .document: .document
    case .unnamed: .unnamedSource
    }
  }

  /// The heading of several of the kind, which tells their number.
  var heading: PhraseKey {
    switch self {
    case .person: .headingPeople
    case .organisation: .headingOrganisations
    case .place: .headingPlaces
    case .document: .headingDocuments
    case .unnamed: .headingUnnamedSources
    }
  }

  /// That there are none of the kind.
  var noneFound: PhraseKey {
    switch self {
    case .person: .noPeople
    case .organisation: .noOrganisations
    case .place: .noPlaces
    case .document, .unnamed: .noNames
    }
  }
}

extension Quotation.Kind {
  /// What the kind is called.
  package var name: PhraseKey {
    switch self {
    case .direct: .directSpeech
    case .mixed: .mixedSpeech
    case .indirect: .indirectSpeech
    case .scare: .scareQuotes
    }
  }
}

extension Matching {
  /// What the level is called.
  package var name: PhraseKey {
    switch self {
    case .exact: .matchingExact
    case .clitics: .matchingClitics
    case .folded: .matchingFolded
    }
  }
}
