// Themes, lists and the sample article, compiled into the program.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} rawi_data;

rawi_data rawi_sample_article(void);

// The themes of themes/, as TOML.
rawi_data rawi_theme_auto(void);
rawi_data rawi_theme_lamp(void);
rawi_data rawi_theme_contrast(void);
rawi_data rawi_theme_dark(void);
rawi_data rawi_theme_light(void);
rawi_data rawi_theme_paper(void);
rawi_data rawi_theme_night(void);
rawi_data rawi_theme_contrast_dark(void);
rawi_data rawi_theme_contrast_light(void);
rawi_data rawi_theme_mono(void);
rawi_data rawi_theme_terminal(void);

// Names and word lists of the analysis (names.c).
rawi_data rawi_names(void);

// The trained tagger (tagger.c).
rawi_data rawi_tagger(void);

// Word lists (names.c).
rawi_data rawi_list_titles(void);
rawi_data rawi_list_class_nouns(void);
rawi_data rawi_list_word_classes(void);
rawi_data rawi_list_nominals(void);
rawi_data rawi_list_cues(void);
rawi_data rawi_list_cue_traits(void);
rawi_data rawi_list_phrases(void);
rawi_data rawi_list_consonants(void);

// What the interface says (interface.c).
rawi_data rawi_interface_phrases(void);
rawi_data rawi_interface_commands(void);
rawi_data rawi_interface_forms(void);
