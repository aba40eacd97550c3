// Themes, what the interface says, and the sample article, compiled into the program.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} rawi_interface_data;

rawi_interface_data rawi_sample_article(void);

// The themes of themes/, as TOML.
rawi_interface_data rawi_theme_auto(void);
rawi_interface_data rawi_theme_lamp(void);
rawi_interface_data rawi_theme_contrast(void);
rawi_interface_data rawi_theme_dark(void);
rawi_interface_data rawi_theme_light(void);
rawi_interface_data rawi_theme_paper(void);
rawi_interface_data rawi_theme_night(void);
rawi_interface_data rawi_theme_contrast_dark(void);
rawi_interface_data rawi_theme_contrast_light(void);
rawi_interface_data rawi_theme_mono(void);
rawi_interface_data rawi_theme_terminal(void);

// What the interface says (interface/*.tsv).
rawi_interface_data rawi_interface_phrases(void);
rawi_interface_data rawi_interface_commands(void);
rawi_interface_data rawi_interface_forms(void);

// Letters in Latin letters, and words with their vowel signs.
rawi_interface_data rawi_interface_romanization(void);
rawi_interface_data rawi_interface_vowels(void);
rawi_interface_data rawi_interface_manual(void);

