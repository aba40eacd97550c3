#include "CInterfaceData.h"

static const uint8_t phrases[] = {
#embed "interface/phrases.tsv"
};

static const uint8_t commands[] = {
#embed "interface/commands-and-default-keys.tsv"
};

static const uint8_t forms[] = {
#embed "interface/forms.tsv"
};

static const uint8_t romanization[] = {
#embed "interface/romanization.tsv"
};

static const uint8_t vowels[] = {
#embed "interface/vowels.tsv"
};

rawi_interface_data rawi_interface_romanization(void) {
  return (rawi_interface_data){romanization, sizeof romanization};
}
rawi_interface_data rawi_interface_vowels(void) { return (rawi_interface_data){vowels, sizeof vowels}; }
static const uint8_t manual[] = {
#embed "interface/manual.tsv"
};

rawi_interface_data rawi_interface_manual(void) { return (rawi_interface_data){manual, sizeof manual}; }
rawi_interface_data rawi_interface_phrases(void) { return (rawi_interface_data){phrases, sizeof phrases}; }
rawi_interface_data rawi_interface_commands(void) { return (rawi_interface_data){commands, sizeof commands}; }
rawi_interface_data rawi_interface_forms(void) { return (rawi_interface_data){forms, sizeof forms}; }
