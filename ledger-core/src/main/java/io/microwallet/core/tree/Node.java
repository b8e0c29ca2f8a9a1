package io.microwallet.core.tree;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A weight-balanced tree (Nievergelt and Reingold 1973; Adams 1992): no side of a node holds more than {@link #DELTA} times what
 * the other does. With 3 and 2 single and double rotations always restore that (Hirai and Yamamoto, "Balancing weight-balanced
 * trees", 2011, for this form of the condition as in Haskell's Data.Map). Every method leaves its arguments as they are.
 */
record Node<K extends Comparable<? super K>, V>(
        K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right, int size) {
    private static final int DELTA = 3;
    private static final int RATIO = 2;

    static int size(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.size;
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> node(
            K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(key, value, left, right, size(left) + 1 + size(right));
    }

    static <K extends Comparable<? super K>, V> Node<K, V> with(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return node(key, value, null, null);
        }
        var order = key.compareTo(node.key);
        if (order == 0) {
            return node(key, value, node.left, node.right);
        }
        return order < 0
                ? balanced(node.key, node.value, with(node.left, key, value), node.right)
                : balanced(node.key, node.value, node.left, with(node.right, key, value));
    }

    static <K extends Comparable<? super K>, V> @Nullable Node<K, V> without(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        var order = key.compareTo(node.key);
        if (order == 0) {
            return glued(node.left, node.right);
        }
        return order < 0
                ? balanced(node.key, node.value, without(node.left, key), node.right)
                : balanced(node.key, node.value, node.left, without(node.right, key));
    }

    /** Without the keys that are less than this one. */
    static <K extends Comparable<? super K>, V> @Nullable Node<K, V> from(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        return node.key.compareTo(key) < 0
                ? from(node.right, key)
                : linked(node.key, node.value, from(node.left, key), node.right);
    }

    static <K extends Comparable<? super K>, V> void forEach(
            @Nullable Node<K, V> node, BiConsumer<? super K, ? super V> action) {
        if (node != null) {
            forEach(node.left, action);
            action.accept(node.key, node.value);
            forEach(node.right, action);
        }
    }

    /** A node of two sides that were in balance until one of them grew or shrank by one. */
    private static <K extends Comparable<? super K>, V> Node<K, V> balanced(
            K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (size(left) + size(right) <= 1) {
            return node(key, value, left, right);
        }
        if (right != null && size(right) > DELTA * size(left)) {
            return leftwards(key, value, left, right);
        }
        if (left != null && size(left) > DELTA * size(right)) {
            return rightwards(key, value, left, right);
        }
        return node(key, value, left, right);
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> leftwards(
            K key, V value, @Nullable Node<K, V> left, Node<K, V> right) {
        var inner = right.left;
        return inner == null || size(inner) < RATIO * size(right.right)
                ? node(right.key, right.value, node(key, value, left, inner), right.right)
                : node(
                        inner.key,
                        inner.value,
                        node(key, value, left, inner.left),
                        node(right.key, right.value, inner.right, right.right));
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> rightwards(
            K key, V value, Node<K, V> left, @Nullable Node<K, V> right) {
        var inner = left.right;
        return inner == null || size(inner) < RATIO * size(left.left)
                ? node(left.key, left.value, left.left, node(key, value, inner, right))
                : node(
                        inner.key,
                        inner.value,
                        node(left.key, left.value, left.left, inner.left),
                        node(key, value, inner.right, right));
    }

    /** Two sides of a node that is gone. */
    private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> glued(
            @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        if (left.size > right.size) {
            var last = last(left);
            return balanced(last.key, last.value, without(left, last.key), right);
        }
        var first = first(right);
        return balanced(first.key, first.value, left, without(right, first.key));
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> first(Node<K, V> node) {
        var first = node;
        while (first.left != null) {
            first = first.left;
        }
        return first;
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> last(Node<K, V> node) {
        var last = node;
        while (last.right != null) {
            last = last.right;
        }
        return last;
    }

    /** A key between two trees of any sizes. */
    private static <K extends Comparable<? super K>, V> Node<K, V> linked(
            K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left == null || right == null) {
            return with(left == null ? right : left, key, value);
        }
        if (DELTA * left.size < right.size) {
            return balanced(right.key, right.value, linked(key, value, left, right.left), right.right);
        }
        if (DELTA * right.size < left.size) {
            return balanced(left.key, left.value, left.left, linked(key, value, left.right, right));
        }
        return node(key, value, left, right);
    }

    /** @throws IllegalStateException where a node is out of balance, out of order or of another size than it says */
    static <K extends Comparable<? super K>, V> int checkedDepth(@Nullable Node<K, V> node) {
        if (node == null) {
            return 0;
        }
        var left = size(node.left);
        var right = size(node.right);
        var ordered = (node.left == null || last(node.left).key.compareTo(node.key) < 0)
                && (node.right == null || first(node.right).key.compareTo(node.key) > 0);
        var inBalance = left + right <= 1 || (left <= DELTA * right && right <= DELTA * left);
        if (!ordered || !inBalance || node.size != left + 1 + right) {
            throw new IllegalStateException("not a weight-balanced tree at " + node.key);
        }
        return 1 + Math.max(checkedDepth(node.left), checkedDepth(node.right));
    }
}
