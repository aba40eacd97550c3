import ArabicAnalysis
import Interface

extension RuleID {
  /// Why it takes something for a name, in words that need no table of rules.
  var reason: PhraseKey {
    switch self {
    case .given, .own, .listPerson, .listOrganisation, .listPlace: .ruleList
    case .tagger: .ruleModel
    case .listPlaceContext: .rulePlaceContext
    case .personTitle, .personTitlePlace, .personTitleForeign, .personApposed: .ruleTitle
    case .personChain, .personPart, .personTeknonym, .personParticle: .rulePersonForm
    case .organisationDefinite, .organisationConstruct, .organisationMarkedSource,
      .organisationClassList, .organisationClassQuoted, .organisationClassTown,
      .organisationClassTeknonym, .organisationClassPurpose, .organisationClassUnknown:
      .ruleOrganisationForm
    case .organisationMinistry: .ruleMinistry
    case .acronym, .acronymApposed: .ruleAcronym
    case .placeClass: .rulePlaceForm
    case .placeCoordinated: .ruleCoordinated
    case .aliasEnding, .aliasGiven, .aliasRepeat, .aliasScript, .aliasScriptApposed: .ruleAlias
    case .nominalClass, .nominalTitle, .nominalDocument, .nominalUnnamed, .nominalSource:
      .ruleNominal
    case .verbClause, .verbColon, .verbColonParagraph, .verbMark, .verbSaid, .saying, .nounClause,
      .markVerb, .markOrphan, .markInner, .markTrigger, .markShort, .accordingFirst,
      .accordingLast, .accordingTag, .headlineColon:
      .ruleSpeech
    }
  }
}
