package io.microwallet.core.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that is never changed: whoever adds or removes gets another one, which shares all but one path with it. Adding,
 * removing, finding, counting and cutting take O(log n).
 */
public final class SortedTree<K extends Comparable<? super K>, V> {
    private static final SortedTree<?, ?> EMPTY = new SortedTree<>(null);

    private final @Nullable Node<K, V> root;

    private SortedTree(@Nullable Node<K, V> root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked") // it holds nothing
    public static <K extends Comparable<? super K>, V> SortedTree<K, V> empty() {
        return (SortedTree<K, V>) EMPTY;
    }

    public int size() {
        return Node.size(root);
    }

    public Optional<V> get(K key) {
        var node = root;
        while (node != null) {
            var order = key.compareTo(node.key());
            if (order == 0) {
                return Optional.of(node.value());
            }
            node = order < 0 ? node.left() : node.right();
        }
        return Optional.empty();
    }

    public boolean has(K key) {
        return get(key).isPresent();
    }

    /** This and the key; its value is replaced where it is there. */
    public SortedTree<K, V> with(K key, V value) {
        return new SortedTree<>(Node.with(root, key, value));
    }

    /** This itself where the key is not there. */
    public SortedTree<K, V> without(K key) {
        return has(key) ? new SortedTree<>(Node.without(root, key)) : this;
    }

    /** How many keys are less than this one, which need not be there. */
    public int countBelow(K key) {
        var count = 0;
        var node = root;
        while (node != null) {
            if (node.key().compareTo(key) < 0) {
                count += Node.size(node.left()) + 1;
                node = node.right();
            } else {
                node = node.left();
            }
        }
        return count;
    }

    /** Without every key that is less than this one. */
    public SortedTree<K, V> from(K key) {
        return countBelow(key) == 0 ? this : new SortedTree<>(Node.from(root, key));
    }

    /** In order of the keys. */
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Node.forEach(root, action);
    }

    /** The same keys and values, whatever the order in which they came. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SortedTree<?, ?> tree
                && tree.size() == size()
                && tree.flat().equals(flat());
    }

    @Override
    public int hashCode() {
        return flat().hashCode();
    }

    @Override
    public String toString() {
        return flat().toString();
    }

    /** How deep it is. @throws IllegalStateException where a node is out of balance or of another size than it says */
    int checkedDepth() {
        return Node.checkedDepth(root);
    }

    private List<Object> flat() {
        var flat = new ArrayList<>(2 * size());
        forEach((key, value) -> {
            flat.add(key);
            flat.add(value);
        });
        return flat;
    }
}
