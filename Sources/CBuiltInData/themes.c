#include "CBuiltInData.h"

static const uint8_t dark[] = {
#embed "../../themes/dark.toml"
};

static const uint8_t light[] = {
#embed "../../themes/light.toml"
};

rawi_data rawi_theme_dark(void) { return (rawi_data){dark, sizeof dark}; }

rawi_data rawi_theme_light(void) { return (rawi_data){light, sizeof light}; }
