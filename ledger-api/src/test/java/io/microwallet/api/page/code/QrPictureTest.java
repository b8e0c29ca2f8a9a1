package io.microwallet.api.page.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrPictureTest {
    @Test
    void eight_digits_fit_the_smallest_code_with_its_quiet_zone() {
        var picture = QrPicture.of("7K3M9QPX");
        assertThat(picture.side()).isEqualTo(21 + 2 * 4);
    }

    @Test
    void the_three_finder_patterns_are_where_a_scanner_looks_for_them() {
        var path = QrPicture.of("7K3M9QPX").path();
        for (var corner : new int[][] {{4, 4}, {18, 4}, {4, 18}}) {
            for (var edge = 0; edge < 7; edge++) {
                assertThat(path).contains(square(corner[0] + edge, corner[1]), square(corner[0], corner[1] + edge));
            }
            assertThat(path).doesNotContain(square(corner[0] + 1, corner[1] + 1));
        }
        assertThat(path).doesNotContain("M3,").doesNotContain(",25h");
    }

    private static String square(int x, int y) {
        return "M" + x + "," + y + "h1v1h-1z";
    }
}
