// The names, word lists and trained tagger of the analysis, compiled into the program.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} rawi_analysis_data;

// Names with their kinds and frequencies, made by Training/build_names.py.
rawi_analysis_data rawi_names(void);

// The trained tagger, made by Training/train_tagger.py.
rawi_analysis_data rawi_tagger(void);

// The upper layers of a faster tagger on the lower ones of rawi_tagger, made by Training/train_fast.py.
rawi_analysis_data rawi_fast_tagger(void);

// Word lists (lists/*.tsv).
rawi_analysis_data rawi_list_whole_names(void);
rawi_analysis_data rawi_list_given_names(void);
rawi_analysis_data rawi_list_titles(void);
rawi_analysis_data rawi_list_class_nouns(void);
rawi_analysis_data rawi_list_word_classes(void);
rawi_analysis_data rawi_list_nominals(void);
rawi_analysis_data rawi_list_cues(void);
rawi_analysis_data rawi_list_cue_traits(void);
rawi_analysis_data rawi_list_phrases(void);
rawi_analysis_data rawi_list_everyday_words(void);
rawi_analysis_data rawi_list_consonants(void);
rawi_analysis_data rawi_list_known_bodies(void);
rawi_analysis_data rawi_list_same_names(void);
rawi_analysis_data rawi_list_spellings(void);
rawi_analysis_data rawi_list_countries(void);

// What signs weigh for who is meant where a verb has no subject, made by Training/train_antecedents.py.
rawi_analysis_data rawi_list_antecedents(void);
