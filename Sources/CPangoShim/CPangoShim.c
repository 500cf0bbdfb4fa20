#include "CPangoShim.h"
