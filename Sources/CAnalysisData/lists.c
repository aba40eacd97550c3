#include "CAnalysisData.h"

static const uint8_t names[] = {
#embed "names.bin"
};

static const uint8_t given_names[] = {
#embed "lists/given_names.tsv"
};

static const uint8_t titles[] = {
#embed "lists/titles.tsv"
};

static const uint8_t class_nouns[] = {
#embed "lists/class_nouns.tsv"
};

static const uint8_t word_classes[] = {
#embed "lists/word_classes.tsv"
};

static const uint8_t nominals[] = {
#embed "lists/nominals.tsv"
};

static const uint8_t cues[] = {
#embed "lists/cues.tsv"
};

static const uint8_t cue_traits[] = {
#embed "lists/cue_traits.tsv"
};

static const uint8_t phrases[] = {
#embed "lists/phrases.tsv"
};

static const uint8_t everyday_words[] = {
#embed "lists/everyday_words.tsv"
};

static const uint8_t consonants[] = {
#embed "lists/consonants.tsv"
};

static const uint8_t whole_names[] = {
#embed "lists/whole_names.tsv"
};

static const uint8_t spellings[] = {
#embed "lists/spellings.tsv"
};

static const uint8_t antecedents[] = {
#embed "lists/antecedents.tsv"
};

static const uint8_t known_bodies[] = {
#embed "lists/known_bodies.tsv"
};

static const uint8_t same_names[] = {
#embed "lists/same_names.tsv"
};

static const uint8_t countries[] = {
#embed "lists/countries.tsv"
};

#define DATA(bytes) ((rawi_analysis_data){bytes, sizeof bytes})

rawi_analysis_data rawi_names(void) { return DATA(names); }
rawi_analysis_data rawi_list_whole_names(void) { return DATA(whole_names); }
rawi_analysis_data rawi_list_given_names(void) { return DATA(given_names); }
rawi_analysis_data rawi_list_titles(void) { return DATA(titles); }
rawi_analysis_data rawi_list_class_nouns(void) { return DATA(class_nouns); }
rawi_analysis_data rawi_list_word_classes(void) { return DATA(word_classes); }
rawi_analysis_data rawi_list_nominals(void) { return DATA(nominals); }
rawi_analysis_data rawi_list_cues(void) { return DATA(cues); }
rawi_analysis_data rawi_list_cue_traits(void) { return DATA(cue_traits); }
rawi_analysis_data rawi_list_phrases(void) { return DATA(phrases); }
rawi_analysis_data rawi_list_everyday_words(void) { return DATA(everyday_words); }
rawi_analysis_data rawi_list_consonants(void) { return DATA(consonants); }
rawi_analysis_data rawi_list_known_bodies(void) { return DATA(known_bodies); }
rawi_analysis_data rawi_list_same_names(void) { return DATA(same_names); }
rawi_analysis_data rawi_list_spellings(void) { return DATA(spellings); }
rawi_analysis_data rawi_list_antecedents(void) { return DATA(antecedents); }
rawi_analysis_data rawi_list_countries(void) { return DATA(countries); }
