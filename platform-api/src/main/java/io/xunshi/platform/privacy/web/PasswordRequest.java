package io.xunshi.platform.privacy.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The password once more. */
record PasswordRequest(@NotBlank @Size(max = 1000) String password) {}
