package io.xunshi.analysis;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/** Folds the text before it is cut into words. */
final class FoldingCharFilter extends CharFilter {

    FoldingCharFilter(Reader input) {
        super(input);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = input.read(buffer, offset, length);
        for (int index = offset; index < offset + count; index++) {
            buffer[index] = CharacterFolding.fold(buffer[index]);
        }
        return count;
    }

    @Override
    protected int correct(int currentOffset) {
        return currentOffset;
    }
}
