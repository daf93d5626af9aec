package io.xunshi.platform.invoicing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a person is named where nobody needs to know who it is. */
class NaturalPersonTests {

    @Test
    void theFamilyNameAndTheEndsOfTheNumberAreLeft() {
        var person = new NaturalPerson("王建国", "11010519491231002X");

        assertThat(person.maskedName()).isEqualTo("王**");
        assertThat(person.maskedNumber()).isEqualTo("1101**********002X");
    }

    @Test
    void aNameOfOneCharacterStaysAndARareOneIsNotCutInHalf() {
        assertThat(new NaturalPerson("王", "11010519491231002X").maskedName()).isEqualTo("王");
        assertThat(new NaturalPerson("𠮷田", "11010519491231002X").maskedName()).isEqualTo("𠮷*");
    }
}
