#include "CInterfaceData.h"

static const uint8_t automatic[] = {
#embed "../../themes/auto.toml"
};

static const uint8_t lamp[] = {
#embed "../../themes/lamp.toml"
};

static const uint8_t contrast[] = {
#embed "../../themes/contrast.toml"
};

static const uint8_t dark[] = {
#embed "../../themes/dark.toml"
};

static const uint8_t light[] = {
#embed "../../themes/light.toml"
};

static const uint8_t paper[] = {
#embed "../../themes/paper.toml"
};

static const uint8_t night[] = {
#embed "../../themes/night.toml"
};

static const uint8_t contrast_dark[] = {
#embed "../../themes/contrast-dark.toml"
};

static const uint8_t contrast_light[] = {
#embed "../../themes/contrast-light.toml"
};

static const uint8_t mono[] = {
#embed "../../themes/mono.toml"
};

static const uint8_t terminal[] = {
#embed "../../themes/terminal.toml"
};

rawi_interface_data rawi_theme_auto(void) { return (rawi_interface_data){automatic, sizeof automatic}; }

rawi_interface_data rawi_theme_lamp(void) { return (rawi_interface_data){lamp, sizeof lamp}; }

rawi_interface_data rawi_theme_contrast(void) { return (rawi_interface_data){contrast, sizeof contrast}; }

rawi_interface_data rawi_theme_dark(void) { return (rawi_interface_data){dark, sizeof dark}; }

rawi_interface_data rawi_theme_light(void) { return (rawi_interface_data){light, sizeof light}; }

rawi_interface_data rawi_theme_paper(void) { return (rawi_interface_data){paper, sizeof paper}; }

rawi_interface_data rawi_theme_night(void) { return (rawi_interface_data){night, sizeof night}; }

rawi_interface_data rawi_theme_contrast_dark(void) { return (rawi_interface_data){contrast_dark, sizeof contrast_dark}; }

rawi_interface_data rawi_theme_contrast_light(void) { return (rawi_interface_data){contrast_light, sizeof contrast_light}; }

rawi_interface_data rawi_theme_mono(void) { return (rawi_interface_data){mono, sizeof mono}; }

rawi_interface_data rawi_theme_terminal(void) { return (rawi_interface_data){terminal, sizeof terminal}; }
